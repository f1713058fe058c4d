"use strict";
// What the pages of the desk do beyond forms and links. Every page works without it.
