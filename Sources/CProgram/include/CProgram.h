#ifndef CPROGRAM_H
#define CPROGRAM_H

/// The version of the program. script/release and the tests read it here.
#define KNOWHOW_VERSION "0.1.0"

/// A file inside the program.
struct cprogram_file {
    /// The path in its folder.
    const char *path;
    const unsigned char *bytes;
    unsigned long size;
};

/// Returns the template at an index, in the order of the paths; no path after the last one.
struct cprogram_file cprogram_template(unsigned long index);

/// Returns the text for new casebooks at an index, in the order of the paths; no path after the last one.
struct cprogram_file cprogram_starter(unsigned long index);

/// Returns the file for the pages of the desk at an index, in the order of the paths; no path after the last one.
struct cprogram_file cprogram_desk(unsigned long index);

/// Returns the commit that a release was built from, as hexadecimal digits; an empty text in all other builds.
const char *cprogram_commit(void);

/// Returns an argument of the command line, of which the first one is the name of the program; none after the last one, and none at all
/// where the system does not give them.
const char *cprogram_argument(int index);

#endif
