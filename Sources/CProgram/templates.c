// Written by script/templates: the files of templates/, which the compiler copies into the program.
#include "CProgram.h"

// In C before C23, embedding files is an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../templates/assets/booklet.css"
};
static const unsigned char file1[] = {
#embed "../../templates/assets/cards.css"
};
static const unsigned char file2[] = {
#embed "../../templates/assets/favicon.svg"
};
static const unsigned char file3[] = {
#embed "../../templates/assets/finder-more.js/1-forms.js"
};
static const unsigned char file4[] = {
#embed "../../templates/assets/finder-more.js/2-spellings.js"
};
static const unsigned char file5[] = {
#embed "../../templates/assets/finder-more.js/3-suggestions.js"
};
static const unsigned char file6[] = {
#embed "../../templates/assets/finder-more.js/4-none.js"
};
static const unsigned char file7[] = {
#embed "../../templates/assets/finder-sort.js"
};
static const unsigned char file8[] = {
#embed "../../templates/assets/finder.css"
};
static const unsigned char file9[] = {
#embed "../../templates/assets/finder.js/1-text.js"
};
static const unsigned char file10[] = {
#embed "../../templates/assets/finder.js/2-words.js"
};
static const unsigned char file11[] = {
#embed "../../templates/assets/finder.js/3-source.js"
};
static const unsigned char file12[] = {
#embed "../../templates/assets/finder.js/4-search.js"
};
static const unsigned char file13[] = {
#embed "../../templates/assets/finder.js/5-address.js"
};
static const unsigned char file14[] = {
#embed "../../templates/assets/finder.js/6-filters.js"
};
static const unsigned char file15[] = {
#embed "../../templates/assets/finder.js/7-results.js"
};
static const unsigned char file16[] = {
#embed "../../templates/assets/finder.js/8-finder.js"
};
static const unsigned char file17[] = {
#embed "../../templates/assets/home.css"
};
static const unsigned char file18[] = {
#embed "../../templates/assets/list-marks.js"
};
static const unsigned char file19[] = {
#embed "../../templates/assets/list.css"
};
static const unsigned char file20[] = {
#embed "../../templates/assets/list.js/1-cases.js"
};
static const unsigned char file21[] = {
#embed "../../templates/assets/list.js/2-table.js"
};
static const unsigned char file22[] = {
#embed "../../templates/assets/list.js/3-view.js"
};
static const unsigned char file23[] = {
#embed "../../templates/assets/list.js/4-page.js"
};
static const unsigned char file24[] = {
#embed "../../templates/assets/marks.js"
};
static const unsigned char file25[] = {
#embed "../../templates/assets/page.js"
};
static const unsigned char file26[] = {
#embed "../../templates/assets/reading.css"
};
static const unsigned char file27[] = {
#embed "../../templates/assets/search-index.js"
};
static const unsigned char file28[] = {
#embed "../../templates/assets/share.png"
};
static const unsigned char file29[] = {
#embed "../../templates/assets/style.css"
};
static const unsigned char file30[] = {
#embed "../../templates/layouts/booklet.mustache"
};
static const unsigned char file31[] = {
#embed "../../templates/layouts/card.mustache"
};
static const unsigned char file32[] = {
#embed "../../templates/layouts/case.mustache"
};
static const unsigned char file33[] = {
#embed "../../templates/layouts/cases.mustache"
};
static const unsigned char file34[] = {
#embed "../../templates/layouts/compare-index.mustache"
};
static const unsigned char file35[] = {
#embed "../../templates/layouts/compare.mustache"
};
static const unsigned char file36[] = {
#embed "../../templates/layouts/data.mustache"
};
static const unsigned char file37[] = {
#embed "../../templates/layouts/glossary.mustache"
};
static const unsigned char file38[] = {
#embed "../../templates/layouts/home.mustache"
};
static const unsigned char file39[] = {
#embed "../../templates/layouts/list.mustache"
};
static const unsigned char file40[] = {
#embed "../../templates/layouts/news.mustache"
};
static const unsigned char file41[] = {
#embed "../../templates/layouts/not-found.mustache"
};
static const unsigned char file42[] = {
#embed "../../templates/layouts/page.mustache"
};
static const unsigned char file43[] = {
#embed "../../templates/layouts/redirect.mustache"
};
static const unsigned char file44[] = {
#embed "../../templates/layouts/search.mustache"
};
static const unsigned char file45[] = {
#embed "../../templates/layouts/term.mustache"
};
static const unsigned char file46[] = {
#embed "../../templates/layouts/terms.mustache"
};
static const unsigned char file47[] = {
#embed "../../templates/partials/base.mustache"
};
static const unsigned char file48[] = {
#embed "../../templates/partials/breadcrumbs.mustache"
};
static const unsigned char file49[] = {
#embed "../../templates/partials/case-card.mustache"
};
static const unsigned char file50[] = {
#embed "../../templates/partials/case-groups.mustache"
};
static const unsigned char file51[] = {
#embed "../../templates/partials/cell.mustache"
};
static const unsigned char file52[] = {
#embed "../../templates/partials/date.mustache"
};
static const unsigned char file53[] = {
#embed "../../templates/partials/field-mark.mustache"
};
static const unsigned char file54[] = {
#embed "../../templates/partials/filters.mustache"
};
static const unsigned char file55[] = {
#embed "../../templates/partials/finder-scripts.mustache"
};
static const unsigned char file56[] = {
#embed "../../templates/partials/finder.mustache"
};
static const unsigned char file57[] = {
#embed "../../templates/partials/footer.mustache"
};
static const unsigned char file58[] = {
#embed "../../templates/partials/header.mustache"
};
static const unsigned char file59[] = {
#embed "../../templates/partials/invitation.mustache"
};
static const unsigned char file60[] = {
#embed "../../templates/partials/mark.mustache"
};
static const unsigned char file61[] = {
#embed "../../templates/partials/meeting-term.mustache"
};
static const unsigned char file62[] = {
#embed "../../templates/partials/notice.mustache"
};
static const unsigned char file63[] = {
#embed "../../templates/partials/page-contents.mustache"
};
static const unsigned char file64[] = {
#embed "../../templates/partials/pagination.mustache"
};
static const unsigned char file65[] = {
#embed "../../templates/partials/reading-styles.mustache"
};
static const unsigned char file66[] = {
#embed "../../templates/partials/search-box.mustache"
};
static const unsigned char file67[] = {
#embed "../../templates/partials/sharing.mustache"
};
static const unsigned char file68[] = {
#embed "../../templates/partials/source.mustache"
};
static const unsigned char file69[] = {
#embed "../../templates/partials/term-list.mustache"
};

static const struct cprogram_file files[] = {
    {"assets/booklet.css", file0, sizeof file0},
    {"assets/cards.css", file1, sizeof file1},
    {"assets/favicon.svg", file2, sizeof file2},
    {"assets/finder-more.js/1-forms.js", file3, sizeof file3},
    {"assets/finder-more.js/2-spellings.js", file4, sizeof file4},
    {"assets/finder-more.js/3-suggestions.js", file5, sizeof file5},
    {"assets/finder-more.js/4-none.js", file6, sizeof file6},
    {"assets/finder-sort.js", file7, sizeof file7},
    {"assets/finder.css", file8, sizeof file8},
    {"assets/finder.js/1-text.js", file9, sizeof file9},
    {"assets/finder.js/2-words.js", file10, sizeof file10},
    {"assets/finder.js/3-source.js", file11, sizeof file11},
    {"assets/finder.js/4-search.js", file12, sizeof file12},
    {"assets/finder.js/5-address.js", file13, sizeof file13},
    {"assets/finder.js/6-filters.js", file14, sizeof file14},
    {"assets/finder.js/7-results.js", file15, sizeof file15},
    {"assets/finder.js/8-finder.js", file16, sizeof file16},
    {"assets/home.css", file17, sizeof file17},
    {"assets/list-marks.js", file18, sizeof file18},
    {"assets/list.css", file19, sizeof file19},
    {"assets/list.js/1-cases.js", file20, sizeof file20},
    {"assets/list.js/2-table.js", file21, sizeof file21},
    {"assets/list.js/3-view.js", file22, sizeof file22},
    {"assets/list.js/4-page.js", file23, sizeof file23},
    {"assets/marks.js", file24, sizeof file24},
    {"assets/page.js", file25, sizeof file25},
    {"assets/reading.css", file26, sizeof file26},
    {"assets/search-index.js", file27, sizeof file27},
    {"assets/share.png", file28, sizeof file28},
    {"assets/style.css", file29, sizeof file29},
    {"layouts/booklet.mustache", file30, sizeof file30},
    {"layouts/card.mustache", file31, sizeof file31},
    {"layouts/case.mustache", file32, sizeof file32},
    {"layouts/cases.mustache", file33, sizeof file33},
    {"layouts/compare-index.mustache", file34, sizeof file34},
    {"layouts/compare.mustache", file35, sizeof file35},
    {"layouts/data.mustache", file36, sizeof file36},
    {"layouts/glossary.mustache", file37, sizeof file37},
    {"layouts/home.mustache", file38, sizeof file38},
    {"layouts/list.mustache", file39, sizeof file39},
    {"layouts/news.mustache", file40, sizeof file40},
    {"layouts/not-found.mustache", file41, sizeof file41},
    {"layouts/page.mustache", file42, sizeof file42},
    {"layouts/redirect.mustache", file43, sizeof file43},
    {"layouts/search.mustache", file44, sizeof file44},
    {"layouts/term.mustache", file45, sizeof file45},
    {"layouts/terms.mustache", file46, sizeof file46},
    {"partials/base.mustache", file47, sizeof file47},
    {"partials/breadcrumbs.mustache", file48, sizeof file48},
    {"partials/case-card.mustache", file49, sizeof file49},
    {"partials/case-groups.mustache", file50, sizeof file50},
    {"partials/cell.mustache", file51, sizeof file51},
    {"partials/date.mustache", file52, sizeof file52},
    {"partials/field-mark.mustache", file53, sizeof file53},
    {"partials/filters.mustache", file54, sizeof file54},
    {"partials/finder-scripts.mustache", file55, sizeof file55},
    {"partials/finder.mustache", file56, sizeof file56},
    {"partials/footer.mustache", file57, sizeof file57},
    {"partials/header.mustache", file58, sizeof file58},
    {"partials/invitation.mustache", file59, sizeof file59},
    {"partials/mark.mustache", file60, sizeof file60},
    {"partials/meeting-term.mustache", file61, sizeof file61},
    {"partials/notice.mustache", file62, sizeof file62},
    {"partials/page-contents.mustache", file63, sizeof file63},
    {"partials/pagination.mustache", file64, sizeof file64},
    {"partials/reading-styles.mustache", file65, sizeof file65},
    {"partials/search-box.mustache", file66, sizeof file66},
    {"partials/sharing.mustache", file67, sizeof file67},
    {"partials/source.mustache", file68, sizeof file68},
    {"partials/term-list.mustache", file69, sizeof file69},
};

struct cprogram_file cprogram_template(unsigned long index) {
    const struct cprogram_file none = {0, 0, 0};
    return index < sizeof files / sizeof files[0] ? files[index] : none;
}
