// Written by script/templates: the files that the compiler copies into the program.
#include "CProgram.h"

// In C before C23, embedding files is an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char template0[] = {
#embed "../../templates/assets/booklet.css"
};
static const unsigned char template1[] = {
#embed "../../templates/assets/cards.css"
};
static const unsigned char template2[] = {
#embed "../../templates/assets/favicon.svg"
};
static const unsigned char template3[] = {
#embed "../../templates/assets/finder-filters.js"
};
static const unsigned char template4[] = {
#embed "../../templates/assets/finder-more.js/1-forms.js"
};
static const unsigned char template5[] = {
#embed "../../templates/assets/finder-more.js/2-spellings.js"
};
static const unsigned char template6[] = {
#embed "../../templates/assets/finder-more.js/3-suggestions.js"
};
static const unsigned char template7[] = {
#embed "../../templates/assets/finder-more.js/4-none.js"
};
static const unsigned char template8[] = {
#embed "../../templates/assets/finder-pages.js"
};
static const unsigned char template9[] = {
#embed "../../templates/assets/finder-sort.js"
};
static const unsigned char template10[] = {
#embed "../../templates/assets/finder.css"
};
static const unsigned char template11[] = {
#embed "../../templates/assets/finder.js/1-text.js"
};
static const unsigned char template12[] = {
#embed "../../templates/assets/finder.js/2-words.js"
};
static const unsigned char template13[] = {
#embed "../../templates/assets/finder.js/3-source.js"
};
static const unsigned char template14[] = {
#embed "../../templates/assets/finder.js/4-search.js"
};
static const unsigned char template15[] = {
#embed "../../templates/assets/finder.js/5-address.js"
};
static const unsigned char template16[] = {
#embed "../../templates/assets/finder.js/6-filters.js"
};
static const unsigned char template17[] = {
#embed "../../templates/assets/finder.js/7-results.js"
};
static const unsigned char template18[] = {
#embed "../../templates/assets/finder.js/8-finder.js"
};
static const unsigned char template19[] = {
#embed "../../templates/assets/home.css"
};
static const unsigned char template20[] = {
#embed "../../templates/assets/list-marks.js"
};
static const unsigned char template21[] = {
#embed "../../templates/assets/list.css"
};
static const unsigned char template22[] = {
#embed "../../templates/assets/list.js/1-cases.js"
};
static const unsigned char template23[] = {
#embed "../../templates/assets/list.js/2-table.js"
};
static const unsigned char template24[] = {
#embed "../../templates/assets/list.js/3-view.js"
};
static const unsigned char template25[] = {
#embed "../../templates/assets/list.js/4-page.js"
};
static const unsigned char template26[] = {
#embed "../../templates/assets/marks.js"
};
static const unsigned char template27[] = {
#embed "../../templates/assets/page.js"
};
static const unsigned char template28[] = {
#embed "../../templates/assets/reading.css"
};
static const unsigned char template29[] = {
#embed "../../templates/assets/search-index.js"
};
static const unsigned char template30[] = {
#embed "../../templates/assets/search-texts.js"
};
static const unsigned char template31[] = {
#embed "../../templates/assets/share.png"
};
static const unsigned char template32[] = {
#embed "../../templates/assets/style.css"
};
static const unsigned char template33[] = {
#embed "../../templates/layouts/booklet.mustache"
};
static const unsigned char template34[] = {
#embed "../../templates/layouts/card.mustache"
};
static const unsigned char template35[] = {
#embed "../../templates/layouts/case.mustache"
};
static const unsigned char template36[] = {
#embed "../../templates/layouts/cases.mustache"
};
static const unsigned char template37[] = {
#embed "../../templates/layouts/compare-index.mustache"
};
static const unsigned char template38[] = {
#embed "../../templates/layouts/compare.mustache"
};
static const unsigned char template39[] = {
#embed "../../templates/layouts/data.mustache"
};
static const unsigned char template40[] = {
#embed "../../templates/layouts/glossary.mustache"
};
static const unsigned char template41[] = {
#embed "../../templates/layouts/home.mustache"
};
static const unsigned char template42[] = {
#embed "../../templates/layouts/list.mustache"
};
static const unsigned char template43[] = {
#embed "../../templates/layouts/news.mustache"
};
static const unsigned char template44[] = {
#embed "../../templates/layouts/not-found.mustache"
};
static const unsigned char template45[] = {
#embed "../../templates/layouts/page.mustache"
};
static const unsigned char template46[] = {
#embed "../../templates/layouts/redirect.mustache"
};
static const unsigned char template47[] = {
#embed "../../templates/layouts/search.mustache"
};
static const unsigned char template48[] = {
#embed "../../templates/layouts/term.mustache"
};
static const unsigned char template49[] = {
#embed "../../templates/layouts/terms.mustache"
};
static const unsigned char template50[] = {
#embed "../../templates/partials/base.mustache"
};
static const unsigned char template51[] = {
#embed "../../templates/partials/breadcrumbs.mustache"
};
static const unsigned char template52[] = {
#embed "../../templates/partials/case-card.mustache"
};
static const unsigned char template53[] = {
#embed "../../templates/partials/case-groups.mustache"
};
static const unsigned char template54[] = {
#embed "../../templates/partials/cell.mustache"
};
static const unsigned char template55[] = {
#embed "../../templates/partials/date.mustache"
};
static const unsigned char template56[] = {
#embed "../../templates/partials/field-mark.mustache"
};
static const unsigned char template57[] = {
#embed "../../templates/partials/filters.mustache"
};
static const unsigned char template58[] = {
#embed "../../templates/partials/finder-scripts.mustache"
};
static const unsigned char template59[] = {
#embed "../../templates/partials/finder.mustache"
};
static const unsigned char template60[] = {
#embed "../../templates/partials/footer.mustache"
};
static const unsigned char template61[] = {
#embed "../../templates/partials/header.mustache"
};
static const unsigned char template62[] = {
#embed "../../templates/partials/invitation.mustache"
};
static const unsigned char template63[] = {
#embed "../../templates/partials/mark.mustache"
};
static const unsigned char template64[] = {
#embed "../../templates/partials/meeting-term.mustache"
};
static const unsigned char template65[] = {
#embed "../../templates/partials/notice.mustache"
};
static const unsigned char template66[] = {
#embed "../../templates/partials/page-contents.mustache"
};
static const unsigned char template67[] = {
#embed "../../templates/partials/pagination.mustache"
};
static const unsigned char template68[] = {
#embed "../../templates/partials/reading-styles.mustache"
};
static const unsigned char template69[] = {
#embed "../../templates/partials/search-box.mustache"
};
static const unsigned char template70[] = {
#embed "../../templates/partials/sharing.mustache"
};
static const unsigned char template71[] = {
#embed "../../templates/partials/source.mustache"
};
static const unsigned char template72[] = {
#embed "../../templates/partials/term-list.mustache"
};

static const struct cprogram_file all_template[] = {
    {"assets/booklet.css", template0, sizeof template0},
    {"assets/cards.css", template1, sizeof template1},
    {"assets/favicon.svg", template2, sizeof template2},
    {"assets/finder-filters.js", template3, sizeof template3},
    {"assets/finder-more.js/1-forms.js", template4, sizeof template4},
    {"assets/finder-more.js/2-spellings.js", template5, sizeof template5},
    {"assets/finder-more.js/3-suggestions.js", template6, sizeof template6},
    {"assets/finder-more.js/4-none.js", template7, sizeof template7},
    {"assets/finder-pages.js", template8, sizeof template8},
    {"assets/finder-sort.js", template9, sizeof template9},
    {"assets/finder.css", template10, sizeof template10},
    {"assets/finder.js/1-text.js", template11, sizeof template11},
    {"assets/finder.js/2-words.js", template12, sizeof template12},
    {"assets/finder.js/3-source.js", template13, sizeof template13},
    {"assets/finder.js/4-search.js", template14, sizeof template14},
    {"assets/finder.js/5-address.js", template15, sizeof template15},
    {"assets/finder.js/6-filters.js", template16, sizeof template16},
    {"assets/finder.js/7-results.js", template17, sizeof template17},
    {"assets/finder.js/8-finder.js", template18, sizeof template18},
    {"assets/home.css", template19, sizeof template19},
    {"assets/list-marks.js", template20, sizeof template20},
    {"assets/list.css", template21, sizeof template21},
    {"assets/list.js/1-cases.js", template22, sizeof template22},
    {"assets/list.js/2-table.js", template23, sizeof template23},
    {"assets/list.js/3-view.js", template24, sizeof template24},
    {"assets/list.js/4-page.js", template25, sizeof template25},
    {"assets/marks.js", template26, sizeof template26},
    {"assets/page.js", template27, sizeof template27},
    {"assets/reading.css", template28, sizeof template28},
    {"assets/search-index.js", template29, sizeof template29},
    {"assets/search-texts.js", template30, sizeof template30},
    {"assets/share.png", template31, sizeof template31},
    {"assets/style.css", template32, sizeof template32},
    {"layouts/booklet.mustache", template33, sizeof template33},
    {"layouts/card.mustache", template34, sizeof template34},
    {"layouts/case.mustache", template35, sizeof template35},
    {"layouts/cases.mustache", template36, sizeof template36},
    {"layouts/compare-index.mustache", template37, sizeof template37},
    {"layouts/compare.mustache", template38, sizeof template38},
    {"layouts/data.mustache", template39, sizeof template39},
    {"layouts/glossary.mustache", template40, sizeof template40},
    {"layouts/home.mustache", template41, sizeof template41},
    {"layouts/list.mustache", template42, sizeof template42},
    {"layouts/news.mustache", template43, sizeof template43},
    {"layouts/not-found.mustache", template44, sizeof template44},
    {"layouts/page.mustache", template45, sizeof template45},
    {"layouts/redirect.mustache", template46, sizeof template46},
    {"layouts/search.mustache", template47, sizeof template47},
    {"layouts/term.mustache", template48, sizeof template48},
    {"layouts/terms.mustache", template49, sizeof template49},
    {"partials/base.mustache", template50, sizeof template50},
    {"partials/breadcrumbs.mustache", template51, sizeof template51},
    {"partials/case-card.mustache", template52, sizeof template52},
    {"partials/case-groups.mustache", template53, sizeof template53},
    {"partials/cell.mustache", template54, sizeof template54},
    {"partials/date.mustache", template55, sizeof template55},
    {"partials/field-mark.mustache", template56, sizeof template56},
    {"partials/filters.mustache", template57, sizeof template57},
    {"partials/finder-scripts.mustache", template58, sizeof template58},
    {"partials/finder.mustache", template59, sizeof template59},
    {"partials/footer.mustache", template60, sizeof template60},
    {"partials/header.mustache", template61, sizeof template61},
    {"partials/invitation.mustache", template62, sizeof template62},
    {"partials/mark.mustache", template63, sizeof template63},
    {"partials/meeting-term.mustache", template64, sizeof template64},
    {"partials/notice.mustache", template65, sizeof template65},
    {"partials/page-contents.mustache", template66, sizeof template66},
    {"partials/pagination.mustache", template67, sizeof template67},
    {"partials/reading-styles.mustache", template68, sizeof template68},
    {"partials/search-box.mustache", template69, sizeof template69},
    {"partials/sharing.mustache", template70, sizeof template70},
    {"partials/source.mustache", template71, sizeof template71},
    {"partials/term-list.mustache", template72, sizeof template72},
};

struct cprogram_file cprogram_template(unsigned long index) {
    const struct cprogram_file none = {0, 0, 0};
    return index < sizeof all_template / sizeof all_template[0] ? all_template[index] : none;
}

static const unsigned char starter0[] = {
#embed "../../Sources/CProgram/starter/en/README.md"
};
static const unsigned char starter1[] = {
#embed "../../Sources/CProgram/starter/en/cases/c001.md"
};
static const unsigned char starter2[] = {
#embed "../../Sources/CProgram/starter/en/cases/c002.md"
};
static const unsigned char starter3[] = {
#embed "../../Sources/CProgram/starter/en/pages/about.md"
};
static const unsigned char starter4[] = {
#embed "../../Sources/CProgram/starter/en/places/community.md"
};
static const unsigned char starter5[] = {
#embed "../../Sources/CProgram/starter/en/places/school.md"
};
static const unsigned char starter6[] = {
#embed "../../Sources/CProgram/starter/en/places/workplace.md"
};
static const unsigned char starter7[] = {
#embed "../../Sources/CProgram/starter/en/themes/environment.md"
};
static const unsigned char starter8[] = {
#embed "../../Sources/CProgram/starter/en/themes/learning.md"
};
static const unsigned char starter9[] = {
#embed "../../Sources/CProgram/starter/en/themes/support.md"
};
static const unsigned char starter10[] = {
#embed "../../Sources/CProgram/starter/ja/README.md"
};
static const unsigned char starter11[] = {
#embed "../../Sources/CProgram/starter/ja/cases/c001.md"
};
static const unsigned char starter12[] = {
#embed "../../Sources/CProgram/starter/ja/cases/c002.md"
};
static const unsigned char starter13[] = {
#embed "../../Sources/CProgram/starter/ja/pages/about.md"
};
static const unsigned char starter14[] = {
#embed "../../Sources/CProgram/starter/ja/places/community.md"
};
static const unsigned char starter15[] = {
#embed "../../Sources/CProgram/starter/ja/places/school.md"
};
static const unsigned char starter16[] = {
#embed "../../Sources/CProgram/starter/ja/places/workplace.md"
};
static const unsigned char starter17[] = {
#embed "../../Sources/CProgram/starter/ja/themes/environment.md"
};
static const unsigned char starter18[] = {
#embed "../../Sources/CProgram/starter/ja/themes/learning.md"
};
static const unsigned char starter19[] = {
#embed "../../Sources/CProgram/starter/ja/themes/support.md"
};

static const struct cprogram_file all_starter[] = {
    {"en/README.md", starter0, sizeof starter0},
    {"en/cases/c001.md", starter1, sizeof starter1},
    {"en/cases/c002.md", starter2, sizeof starter2},
    {"en/pages/about.md", starter3, sizeof starter3},
    {"en/places/community.md", starter4, sizeof starter4},
    {"en/places/school.md", starter5, sizeof starter5},
    {"en/places/workplace.md", starter6, sizeof starter6},
    {"en/themes/environment.md", starter7, sizeof starter7},
    {"en/themes/learning.md", starter8, sizeof starter8},
    {"en/themes/support.md", starter9, sizeof starter9},
    {"ja/README.md", starter10, sizeof starter10},
    {"ja/cases/c001.md", starter11, sizeof starter11},
    {"ja/cases/c002.md", starter12, sizeof starter12},
    {"ja/pages/about.md", starter13, sizeof starter13},
    {"ja/places/community.md", starter14, sizeof starter14},
    {"ja/places/school.md", starter15, sizeof starter15},
    {"ja/places/workplace.md", starter16, sizeof starter16},
    {"ja/themes/environment.md", starter17, sizeof starter17},
    {"ja/themes/learning.md", starter18, sizeof starter18},
    {"ja/themes/support.md", starter19, sizeof starter19},
};

struct cprogram_file cprogram_starter(unsigned long index) {
    const struct cprogram_file none = {0, 0, 0};
    return index < sizeof all_starter / sizeof all_starter[0] ? all_starter[index] : none;
}
