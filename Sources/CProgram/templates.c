// Written by script/templates: the files of templates/, which the compiler copies into the program.
#include "CProgram.h"

// In C before C23, embedding files is an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../templates/assets/booklet.css"
};
static const unsigned char file1[] = {
#embed "../../templates/assets/favicon.svg"
};
static const unsigned char file2[] = {
#embed "../../templates/assets/finder-more.js/1-forms.js"
};
static const unsigned char file3[] = {
#embed "../../templates/assets/finder-more.js/2-spellings.js"
};
static const unsigned char file4[] = {
#embed "../../templates/assets/finder-more.js/3-suggestions.js"
};
static const unsigned char file5[] = {
#embed "../../templates/assets/finder-more.js/4-none.js"
};
static const unsigned char file6[] = {
#embed "../../templates/assets/finder.css"
};
static const unsigned char file7[] = {
#embed "../../templates/assets/finder.js/1-text.js"
};
static const unsigned char file8[] = {
#embed "../../templates/assets/finder.js/2-words.js"
};
static const unsigned char file9[] = {
#embed "../../templates/assets/finder.js/3-source.js"
};
static const unsigned char file10[] = {
#embed "../../templates/assets/finder.js/4-search.js"
};
static const unsigned char file11[] = {
#embed "../../templates/assets/finder.js/5-address.js"
};
static const unsigned char file12[] = {
#embed "../../templates/assets/finder.js/6-filters.js"
};
static const unsigned char file13[] = {
#embed "../../templates/assets/finder.js/7-results.js"
};
static const unsigned char file14[] = {
#embed "../../templates/assets/finder.js/8-finder.js"
};
static const unsigned char file15[] = {
#embed "../../templates/assets/home.css"
};
static const unsigned char file16[] = {
#embed "../../templates/assets/page.js"
};
static const unsigned char file17[] = {
#embed "../../templates/assets/reading.css"
};
static const unsigned char file18[] = {
#embed "../../templates/assets/search-index.js"
};
static const unsigned char file19[] = {
#embed "../../templates/assets/share.png"
};
static const unsigned char file20[] = {
#embed "../../templates/assets/style.css"
};
static const unsigned char file21[] = {
#embed "../../templates/layouts/booklet.mustache"
};
static const unsigned char file22[] = {
#embed "../../templates/layouts/card.mustache"
};
static const unsigned char file23[] = {
#embed "../../templates/layouts/case.mustache"
};
static const unsigned char file24[] = {
#embed "../../templates/layouts/cases.mustache"
};
static const unsigned char file25[] = {
#embed "../../templates/layouts/compare-index.mustache"
};
static const unsigned char file26[] = {
#embed "../../templates/layouts/compare.mustache"
};
static const unsigned char file27[] = {
#embed "../../templates/layouts/data.mustache"
};
static const unsigned char file28[] = {
#embed "../../templates/layouts/glossary.mustache"
};
static const unsigned char file29[] = {
#embed "../../templates/layouts/home.mustache"
};
static const unsigned char file30[] = {
#embed "../../templates/layouts/news.mustache"
};
static const unsigned char file31[] = {
#embed "../../templates/layouts/not-found.mustache"
};
static const unsigned char file32[] = {
#embed "../../templates/layouts/page.mustache"
};
static const unsigned char file33[] = {
#embed "../../templates/layouts/redirect.mustache"
};
static const unsigned char file34[] = {
#embed "../../templates/layouts/search.mustache"
};
static const unsigned char file35[] = {
#embed "../../templates/layouts/term.mustache"
};
static const unsigned char file36[] = {
#embed "../../templates/layouts/terms.mustache"
};
static const unsigned char file37[] = {
#embed "../../templates/partials/base.mustache"
};
static const unsigned char file38[] = {
#embed "../../templates/partials/breadcrumbs.mustache"
};
static const unsigned char file39[] = {
#embed "../../templates/partials/case-card.mustache"
};
static const unsigned char file40[] = {
#embed "../../templates/partials/case-groups.mustache"
};
static const unsigned char file41[] = {
#embed "../../templates/partials/cell.mustache"
};
static const unsigned char file42[] = {
#embed "../../templates/partials/date.mustache"
};
static const unsigned char file43[] = {
#embed "../../templates/partials/field-mark.mustache"
};
static const unsigned char file44[] = {
#embed "../../templates/partials/filters.mustache"
};
static const unsigned char file45[] = {
#embed "../../templates/partials/finder-scripts.mustache"
};
static const unsigned char file46[] = {
#embed "../../templates/partials/finder.mustache"
};
static const unsigned char file47[] = {
#embed "../../templates/partials/footer.mustache"
};
static const unsigned char file48[] = {
#embed "../../templates/partials/header.mustache"
};
static const unsigned char file49[] = {
#embed "../../templates/partials/invitation.mustache"
};
static const unsigned char file50[] = {
#embed "../../templates/partials/mark.mustache"
};
static const unsigned char file51[] = {
#embed "../../templates/partials/meeting-term.mustache"
};
static const unsigned char file52[] = {
#embed "../../templates/partials/notice.mustache"
};
static const unsigned char file53[] = {
#embed "../../templates/partials/page-contents.mustache"
};
static const unsigned char file54[] = {
#embed "../../templates/partials/pagination.mustache"
};
static const unsigned char file55[] = {
#embed "../../templates/partials/reading-styles.mustache"
};
static const unsigned char file56[] = {
#embed "../../templates/partials/search-box.mustache"
};
static const unsigned char file57[] = {
#embed "../../templates/partials/sharing.mustache"
};
static const unsigned char file58[] = {
#embed "../../templates/partials/source.mustache"
};
static const unsigned char file59[] = {
#embed "../../templates/partials/term-list.mustache"
};

static const struct cprogram_file files[] = {
    {"assets/booklet.css", file0, sizeof file0},
    {"assets/favicon.svg", file1, sizeof file1},
    {"assets/finder-more.js/1-forms.js", file2, sizeof file2},
    {"assets/finder-more.js/2-spellings.js", file3, sizeof file3},
    {"assets/finder-more.js/3-suggestions.js", file4, sizeof file4},
    {"assets/finder-more.js/4-none.js", file5, sizeof file5},
    {"assets/finder.css", file6, sizeof file6},
    {"assets/finder.js/1-text.js", file7, sizeof file7},
    {"assets/finder.js/2-words.js", file8, sizeof file8},
    {"assets/finder.js/3-source.js", file9, sizeof file9},
    {"assets/finder.js/4-search.js", file10, sizeof file10},
    {"assets/finder.js/5-address.js", file11, sizeof file11},
    {"assets/finder.js/6-filters.js", file12, sizeof file12},
    {"assets/finder.js/7-results.js", file13, sizeof file13},
    {"assets/finder.js/8-finder.js", file14, sizeof file14},
    {"assets/home.css", file15, sizeof file15},
    {"assets/page.js", file16, sizeof file16},
    {"assets/reading.css", file17, sizeof file17},
    {"assets/search-index.js", file18, sizeof file18},
    {"assets/share.png", file19, sizeof file19},
    {"assets/style.css", file20, sizeof file20},
    {"layouts/booklet.mustache", file21, sizeof file21},
    {"layouts/card.mustache", file22, sizeof file22},
    {"layouts/case.mustache", file23, sizeof file23},
    {"layouts/cases.mustache", file24, sizeof file24},
    {"layouts/compare-index.mustache", file25, sizeof file25},
    {"layouts/compare.mustache", file26, sizeof file26},
    {"layouts/data.mustache", file27, sizeof file27},
    {"layouts/glossary.mustache", file28, sizeof file28},
    {"layouts/home.mustache", file29, sizeof file29},
    {"layouts/news.mustache", file30, sizeof file30},
    {"layouts/not-found.mustache", file31, sizeof file31},
    {"layouts/page.mustache", file32, sizeof file32},
    {"layouts/redirect.mustache", file33, sizeof file33},
    {"layouts/search.mustache", file34, sizeof file34},
    {"layouts/term.mustache", file35, sizeof file35},
    {"layouts/terms.mustache", file36, sizeof file36},
    {"partials/base.mustache", file37, sizeof file37},
    {"partials/breadcrumbs.mustache", file38, sizeof file38},
    {"partials/case-card.mustache", file39, sizeof file39},
    {"partials/case-groups.mustache", file40, sizeof file40},
    {"partials/cell.mustache", file41, sizeof file41},
    {"partials/date.mustache", file42, sizeof file42},
    {"partials/field-mark.mustache", file43, sizeof file43},
    {"partials/filters.mustache", file44, sizeof file44},
    {"partials/finder-scripts.mustache", file45, sizeof file45},
    {"partials/finder.mustache", file46, sizeof file46},
    {"partials/footer.mustache", file47, sizeof file47},
    {"partials/header.mustache", file48, sizeof file48},
    {"partials/invitation.mustache", file49, sizeof file49},
    {"partials/mark.mustache", file50, sizeof file50},
    {"partials/meeting-term.mustache", file51, sizeof file51},
    {"partials/notice.mustache", file52, sizeof file52},
    {"partials/page-contents.mustache", file53, sizeof file53},
    {"partials/pagination.mustache", file54, sizeof file54},
    {"partials/reading-styles.mustache", file55, sizeof file55},
    {"partials/search-box.mustache", file56, sizeof file56},
    {"partials/sharing.mustache", file57, sizeof file57},
    {"partials/source.mustache", file58, sizeof file58},
    {"partials/term-list.mustache", file59, sizeof file59},
};

struct cprogram_file cprogram_template(unsigned long index) {
    const struct cprogram_file none = {0, 0, 0};
    return index < sizeof files / sizeof files[0] ? files[index] : none;
}
