// Written by script/templates: the files that the compiler copies into the program.
#include "CProgram.h"

// In C before C23, embedding files is an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char template_assets_book_css[] = {
#embed "../../templates/assets/book.css"
};
static const unsigned char template_assets_booklet_css[] = {
#embed "../../templates/assets/booklet.css"
};
static const unsigned char template_assets_cards_css[] = {
#embed "../../templates/assets/cards.css"
};
static const unsigned char template_assets_easy_css[] = {
#embed "../../templates/assets/easy.css"
};
static const unsigned char template_assets_favicon_svg[] = {
#embed "../../templates/assets/favicon.svg"
};
static const unsigned char template_assets_finder_filters_js[] = {
#embed "../../templates/assets/finder-filters.js"
};
static const unsigned char template_assets_finder_more_js_1_forms_js[] = {
#embed "../../templates/assets/finder-more.js/1-forms.js"
};
static const unsigned char template_assets_finder_more_js_2_spellings_js[] = {
#embed "../../templates/assets/finder-more.js/2-spellings.js"
};
static const unsigned char template_assets_finder_more_js_3_suggestions_js[] = {
#embed "../../templates/assets/finder-more.js/3-suggestions.js"
};
static const unsigned char template_assets_finder_more_js_4_none_js[] = {
#embed "../../templates/assets/finder-more.js/4-none.js"
};
static const unsigned char template_assets_finder_pages_js[] = {
#embed "../../templates/assets/finder-pages.js"
};
static const unsigned char template_assets_finder_sort_js[] = {
#embed "../../templates/assets/finder-sort.js"
};
static const unsigned char template_assets_finder_css[] = {
#embed "../../templates/assets/finder.css"
};
static const unsigned char template_assets_finder_js_1_text_js[] = {
#embed "../../templates/assets/finder.js/1-text.js"
};
static const unsigned char template_assets_finder_js_2_words_js[] = {
#embed "../../templates/assets/finder.js/2-words.js"
};
static const unsigned char template_assets_finder_js_3_source_js[] = {
#embed "../../templates/assets/finder.js/3-source.js"
};
static const unsigned char template_assets_finder_js_4_search_js[] = {
#embed "../../templates/assets/finder.js/4-search.js"
};
static const unsigned char template_assets_finder_js_5_address_js[] = {
#embed "../../templates/assets/finder.js/5-address.js"
};
static const unsigned char template_assets_finder_js_6_filters_js[] = {
#embed "../../templates/assets/finder.js/6-filters.js"
};
static const unsigned char template_assets_finder_js_7_results_js[] = {
#embed "../../templates/assets/finder.js/7-results.js"
};
static const unsigned char template_assets_finder_js_8_finder_js[] = {
#embed "../../templates/assets/finder.js/8-finder.js"
};
static const unsigned char template_assets_furigana_css[] = {
#embed "../../templates/assets/furigana.css"
};
static const unsigned char template_assets_furigana_js[] = {
#embed "../../templates/assets/furigana.js"
};
static const unsigned char template_assets_home_css[] = {
#embed "../../templates/assets/home.css"
};
static const unsigned char template_assets_list_marks_js[] = {
#embed "../../templates/assets/list-marks.js"
};
static const unsigned char template_assets_list_css[] = {
#embed "../../templates/assets/list.css"
};
static const unsigned char template_assets_list_js_1_cases_js[] = {
#embed "../../templates/assets/list.js/1-cases.js"
};
static const unsigned char template_assets_list_js_2_table_js[] = {
#embed "../../templates/assets/list.js/2-table.js"
};
static const unsigned char template_assets_list_js_3_view_js[] = {
#embed "../../templates/assets/list.js/3-view.js"
};
static const unsigned char template_assets_list_js_4_page_js[] = {
#embed "../../templates/assets/list.js/4-page.js"
};
static const unsigned char template_assets_marks_js[] = {
#embed "../../templates/assets/marks.js"
};
static const unsigned char template_assets_page_js[] = {
#embed "../../templates/assets/page.js"
};
static const unsigned char template_assets_reading_css[] = {
#embed "../../templates/assets/reading.css"
};
static const unsigned char template_assets_rules_js_1_text_js[] = {
#embed "../../templates/assets/rules.js/1-text.js"
};
static const unsigned char template_assets_rules_js_2_dates_js[] = {
#embed "../../templates/assets/rules.js/2-dates.js"
};
static const unsigned char template_assets_rules_js_3_terms_js[] = {
#embed "../../templates/assets/rules.js/3-terms.js"
};
static const unsigned char template_assets_rules_js_4_read_js[] = {
#embed "../../templates/assets/rules.js/4-read.js"
};
static const unsigned char template_assets_search_index_js[] = {
#embed "../../templates/assets/search-index.js"
};
static const unsigned char template_assets_search_texts_js[] = {
#embed "../../templates/assets/search-texts.js"
};
static const unsigned char template_assets_share_png[] = {
#embed "../../templates/assets/share.png"
};
static const unsigned char template_assets_style_css[] = {
#embed "../../templates/assets/style.css"
};
static const unsigned char template_assets_submit_css[] = {
#embed "../../templates/assets/submit.css"
};
static const unsigned char template_assets_submit_js_1_text_js[] = {
#embed "../../templates/assets/submit.js/1-text.js"
};
static const unsigned char template_assets_submit_js_2_advice_js[] = {
#embed "../../templates/assets/submit.js/2-advice.js"
};
static const unsigned char template_assets_submit_js_3_table_js[] = {
#embed "../../templates/assets/submit.js/3-table.js"
};
static const unsigned char template_assets_submit_js_4_question_js[] = {
#embed "../../templates/assets/submit.js/4-question.js"
};
static const unsigned char template_assets_submit_js_5_page_js[] = {
#embed "../../templates/assets/submit.js/5-page.js"
};
static const unsigned char template_layouts_book_mustache[] = {
#embed "../../templates/layouts/book.mustache"
};
static const unsigned char template_layouts_booklet_mustache[] = {
#embed "../../templates/layouts/booklet.mustache"
};
static const unsigned char template_layouts_card_mustache[] = {
#embed "../../templates/layouts/card.mustache"
};
static const unsigned char template_layouts_case_mustache[] = {
#embed "../../templates/layouts/case.mustache"
};
static const unsigned char template_layouts_cases_mustache[] = {
#embed "../../templates/layouts/cases.mustache"
};
static const unsigned char template_layouts_compare_index_mustache[] = {
#embed "../../templates/layouts/compare-index.mustache"
};
static const unsigned char template_layouts_compare_mustache[] = {
#embed "../../templates/layouts/compare.mustache"
};
static const unsigned char template_layouts_data_mustache[] = {
#embed "../../templates/layouts/data.mustache"
};
static const unsigned char template_layouts_easy_list_mustache[] = {
#embed "../../templates/layouts/easy-list.mustache"
};
static const unsigned char template_layouts_easy_mustache[] = {
#embed "../../templates/layouts/easy.mustache"
};
static const unsigned char template_layouts_editions_mustache[] = {
#embed "../../templates/layouts/editions.mustache"
};
static const unsigned char template_layouts_glossary_mustache[] = {
#embed "../../templates/layouts/glossary.mustache"
};
static const unsigned char template_layouts_home_mustache[] = {
#embed "../../templates/layouts/home.mustache"
};
static const unsigned char template_layouts_list_mustache[] = {
#embed "../../templates/layouts/list.mustache"
};
static const unsigned char template_layouts_news_mustache[] = {
#embed "../../templates/layouts/news.mustache"
};
static const unsigned char template_layouts_not_found_mustache[] = {
#embed "../../templates/layouts/not-found.mustache"
};
static const unsigned char template_layouts_page_mustache[] = {
#embed "../../templates/layouts/page.mustache"
};
static const unsigned char template_layouts_redirect_mustache[] = {
#embed "../../templates/layouts/redirect.mustache"
};
static const unsigned char template_layouts_search_mustache[] = {
#embed "../../templates/layouts/search.mustache"
};
static const unsigned char template_layouts_submit_mustache[] = {
#embed "../../templates/layouts/submit.mustache"
};
static const unsigned char template_layouts_term_mustache[] = {
#embed "../../templates/layouts/term.mustache"
};
static const unsigned char template_layouts_terms_mustache[] = {
#embed "../../templates/layouts/terms.mustache"
};
static const unsigned char template_partials_base_mustache[] = {
#embed "../../templates/partials/base.mustache"
};
static const unsigned char template_partials_breadcrumbs_mustache[] = {
#embed "../../templates/partials/breadcrumbs.mustache"
};
static const unsigned char template_partials_case_card_mustache[] = {
#embed "../../templates/partials/case-card.mustache"
};
static const unsigned char template_partials_case_groups_mustache[] = {
#embed "../../templates/partials/case-groups.mustache"
};
static const unsigned char template_partials_cell_mustache[] = {
#embed "../../templates/partials/cell.mustache"
};
static const unsigned char template_partials_date_mustache[] = {
#embed "../../templates/partials/date.mustache"
};
static const unsigned char template_partials_field_mark_mustache[] = {
#embed "../../templates/partials/field-mark.mustache"
};
static const unsigned char template_partials_field_value_mustache[] = {
#embed "../../templates/partials/field-value.mustache"
};
static const unsigned char template_partials_filters_mustache[] = {
#embed "../../templates/partials/filters.mustache"
};
static const unsigned char template_partials_finder_scripts_mustache[] = {
#embed "../../templates/partials/finder-scripts.mustache"
};
static const unsigned char template_partials_finder_mustache[] = {
#embed "../../templates/partials/finder.mustache"
};
static const unsigned char template_partials_footer_mustache[] = {
#embed "../../templates/partials/footer.mustache"
};
static const unsigned char template_partials_header_mustache[] = {
#embed "../../templates/partials/header.mustache"
};
static const unsigned char template_partials_invitation_mustache[] = {
#embed "../../templates/partials/invitation.mustache"
};
static const unsigned char template_partials_mark_mustache[] = {
#embed "../../templates/partials/mark.mustache"
};
static const unsigned char template_partials_meeting_term_mustache[] = {
#embed "../../templates/partials/meeting-term.mustache"
};
static const unsigned char template_partials_need_mustache[] = {
#embed "../../templates/partials/need.mustache"
};
static const unsigned char template_partials_notice_mustache[] = {
#embed "../../templates/partials/notice.mustache"
};
static const unsigned char template_partials_page_contents_mustache[] = {
#embed "../../templates/partials/page-contents.mustache"
};
static const unsigned char template_partials_pagination_mustache[] = {
#embed "../../templates/partials/pagination.mustache"
};
static const unsigned char template_partials_question_mustache[] = {
#embed "../../templates/partials/question.mustache"
};
static const unsigned char template_partials_reading_styles_mustache[] = {
#embed "../../templates/partials/reading-styles.mustache"
};
static const unsigned char template_partials_search_box_mustache[] = {
#embed "../../templates/partials/search-box.mustache"
};
static const unsigned char template_partials_sharing_mustache[] = {
#embed "../../templates/partials/sharing.mustache"
};
static const unsigned char template_partials_source_mustache[] = {
#embed "../../templates/partials/source.mustache"
};
static const unsigned char template_partials_term_list_mustache[] = {
#embed "../../templates/partials/term-list.mustache"
};
static const unsigned char template_strings_en_yml[] = {
#embed "../../templates/strings/en.yml"
};
static const unsigned char template_strings_ja_readings_csv[] = {
#embed "../../templates/strings/ja-readings.csv"
};
static const unsigned char template_strings_ja_yml[] = {
#embed "../../templates/strings/ja.yml"
};

static const struct cprogram_file all_template[] = {
    {"assets/book.css", template_assets_book_css, sizeof template_assets_book_css},
    {"assets/booklet.css", template_assets_booklet_css, sizeof template_assets_booklet_css},
    {"assets/cards.css", template_assets_cards_css, sizeof template_assets_cards_css},
    {"assets/easy.css", template_assets_easy_css, sizeof template_assets_easy_css},
    {"assets/favicon.svg", template_assets_favicon_svg, sizeof template_assets_favicon_svg},
    {"assets/finder-filters.js", template_assets_finder_filters_js, sizeof template_assets_finder_filters_js},
    {"assets/finder-more.js/1-forms.js", template_assets_finder_more_js_1_forms_js, sizeof template_assets_finder_more_js_1_forms_js},
    {"assets/finder-more.js/2-spellings.js", template_assets_finder_more_js_2_spellings_js, sizeof template_assets_finder_more_js_2_spellings_js},
    {"assets/finder-more.js/3-suggestions.js", template_assets_finder_more_js_3_suggestions_js, sizeof template_assets_finder_more_js_3_suggestions_js},
    {"assets/finder-more.js/4-none.js", template_assets_finder_more_js_4_none_js, sizeof template_assets_finder_more_js_4_none_js},
    {"assets/finder-pages.js", template_assets_finder_pages_js, sizeof template_assets_finder_pages_js},
    {"assets/finder-sort.js", template_assets_finder_sort_js, sizeof template_assets_finder_sort_js},
    {"assets/finder.css", template_assets_finder_css, sizeof template_assets_finder_css},
    {"assets/finder.js/1-text.js", template_assets_finder_js_1_text_js, sizeof template_assets_finder_js_1_text_js},
    {"assets/finder.js/2-words.js", template_assets_finder_js_2_words_js, sizeof template_assets_finder_js_2_words_js},
    {"assets/finder.js/3-source.js", template_assets_finder_js_3_source_js, sizeof template_assets_finder_js_3_source_js},
    {"assets/finder.js/4-search.js", template_assets_finder_js_4_search_js, sizeof template_assets_finder_js_4_search_js},
    {"assets/finder.js/5-address.js", template_assets_finder_js_5_address_js, sizeof template_assets_finder_js_5_address_js},
    {"assets/finder.js/6-filters.js", template_assets_finder_js_6_filters_js, sizeof template_assets_finder_js_6_filters_js},
    {"assets/finder.js/7-results.js", template_assets_finder_js_7_results_js, sizeof template_assets_finder_js_7_results_js},
    {"assets/finder.js/8-finder.js", template_assets_finder_js_8_finder_js, sizeof template_assets_finder_js_8_finder_js},
    {"assets/furigana.css", template_assets_furigana_css, sizeof template_assets_furigana_css},
    {"assets/furigana.js", template_assets_furigana_js, sizeof template_assets_furigana_js},
    {"assets/home.css", template_assets_home_css, sizeof template_assets_home_css},
    {"assets/list-marks.js", template_assets_list_marks_js, sizeof template_assets_list_marks_js},
    {"assets/list.css", template_assets_list_css, sizeof template_assets_list_css},
    {"assets/list.js/1-cases.js", template_assets_list_js_1_cases_js, sizeof template_assets_list_js_1_cases_js},
    {"assets/list.js/2-table.js", template_assets_list_js_2_table_js, sizeof template_assets_list_js_2_table_js},
    {"assets/list.js/3-view.js", template_assets_list_js_3_view_js, sizeof template_assets_list_js_3_view_js},
    {"assets/list.js/4-page.js", template_assets_list_js_4_page_js, sizeof template_assets_list_js_4_page_js},
    {"assets/marks.js", template_assets_marks_js, sizeof template_assets_marks_js},
    {"assets/page.js", template_assets_page_js, sizeof template_assets_page_js},
    {"assets/reading.css", template_assets_reading_css, sizeof template_assets_reading_css},
    {"assets/rules.js/1-text.js", template_assets_rules_js_1_text_js, sizeof template_assets_rules_js_1_text_js},
    {"assets/rules.js/2-dates.js", template_assets_rules_js_2_dates_js, sizeof template_assets_rules_js_2_dates_js},
    {"assets/rules.js/3-terms.js", template_assets_rules_js_3_terms_js, sizeof template_assets_rules_js_3_terms_js},
    {"assets/rules.js/4-read.js", template_assets_rules_js_4_read_js, sizeof template_assets_rules_js_4_read_js},
    {"assets/search-index.js", template_assets_search_index_js, sizeof template_assets_search_index_js},
    {"assets/search-texts.js", template_assets_search_texts_js, sizeof template_assets_search_texts_js},
    {"assets/share.png", template_assets_share_png, sizeof template_assets_share_png},
    {"assets/style.css", template_assets_style_css, sizeof template_assets_style_css},
    {"assets/submit.css", template_assets_submit_css, sizeof template_assets_submit_css},
    {"assets/submit.js/1-text.js", template_assets_submit_js_1_text_js, sizeof template_assets_submit_js_1_text_js},
    {"assets/submit.js/2-advice.js", template_assets_submit_js_2_advice_js, sizeof template_assets_submit_js_2_advice_js},
    {"assets/submit.js/3-table.js", template_assets_submit_js_3_table_js, sizeof template_assets_submit_js_3_table_js},
    {"assets/submit.js/4-question.js", template_assets_submit_js_4_question_js, sizeof template_assets_submit_js_4_question_js},
    {"assets/submit.js/5-page.js", template_assets_submit_js_5_page_js, sizeof template_assets_submit_js_5_page_js},
    {"layouts/book.mustache", template_layouts_book_mustache, sizeof template_layouts_book_mustache},
    {"layouts/booklet.mustache", template_layouts_booklet_mustache, sizeof template_layouts_booklet_mustache},
    {"layouts/card.mustache", template_layouts_card_mustache, sizeof template_layouts_card_mustache},
    {"layouts/case.mustache", template_layouts_case_mustache, sizeof template_layouts_case_mustache},
    {"layouts/cases.mustache", template_layouts_cases_mustache, sizeof template_layouts_cases_mustache},
    {"layouts/compare-index.mustache", template_layouts_compare_index_mustache, sizeof template_layouts_compare_index_mustache},
    {"layouts/compare.mustache", template_layouts_compare_mustache, sizeof template_layouts_compare_mustache},
    {"layouts/data.mustache", template_layouts_data_mustache, sizeof template_layouts_data_mustache},
    {"layouts/easy-list.mustache", template_layouts_easy_list_mustache, sizeof template_layouts_easy_list_mustache},
    {"layouts/easy.mustache", template_layouts_easy_mustache, sizeof template_layouts_easy_mustache},
    {"layouts/editions.mustache", template_layouts_editions_mustache, sizeof template_layouts_editions_mustache},
    {"layouts/glossary.mustache", template_layouts_glossary_mustache, sizeof template_layouts_glossary_mustache},
    {"layouts/home.mustache", template_layouts_home_mustache, sizeof template_layouts_home_mustache},
    {"layouts/list.mustache", template_layouts_list_mustache, sizeof template_layouts_list_mustache},
    {"layouts/news.mustache", template_layouts_news_mustache, sizeof template_layouts_news_mustache},
    {"layouts/not-found.mustache", template_layouts_not_found_mustache, sizeof template_layouts_not_found_mustache},
    {"layouts/page.mustache", template_layouts_page_mustache, sizeof template_layouts_page_mustache},
    {"layouts/redirect.mustache", template_layouts_redirect_mustache, sizeof template_layouts_redirect_mustache},
    {"layouts/search.mustache", template_layouts_search_mustache, sizeof template_layouts_search_mustache},
    {"layouts/submit.mustache", template_layouts_submit_mustache, sizeof template_layouts_submit_mustache},
    {"layouts/term.mustache", template_layouts_term_mustache, sizeof template_layouts_term_mustache},
    {"layouts/terms.mustache", template_layouts_terms_mustache, sizeof template_layouts_terms_mustache},
    {"partials/base.mustache", template_partials_base_mustache, sizeof template_partials_base_mustache},
    {"partials/breadcrumbs.mustache", template_partials_breadcrumbs_mustache, sizeof template_partials_breadcrumbs_mustache},
    {"partials/case-card.mustache", template_partials_case_card_mustache, sizeof template_partials_case_card_mustache},
    {"partials/case-groups.mustache", template_partials_case_groups_mustache, sizeof template_partials_case_groups_mustache},
    {"partials/cell.mustache", template_partials_cell_mustache, sizeof template_partials_cell_mustache},
    {"partials/date.mustache", template_partials_date_mustache, sizeof template_partials_date_mustache},
    {"partials/field-mark.mustache", template_partials_field_mark_mustache, sizeof template_partials_field_mark_mustache},
    {"partials/field-value.mustache", template_partials_field_value_mustache, sizeof template_partials_field_value_mustache},
    {"partials/filters.mustache", template_partials_filters_mustache, sizeof template_partials_filters_mustache},
    {"partials/finder-scripts.mustache", template_partials_finder_scripts_mustache, sizeof template_partials_finder_scripts_mustache},
    {"partials/finder.mustache", template_partials_finder_mustache, sizeof template_partials_finder_mustache},
    {"partials/footer.mustache", template_partials_footer_mustache, sizeof template_partials_footer_mustache},
    {"partials/header.mustache", template_partials_header_mustache, sizeof template_partials_header_mustache},
    {"partials/invitation.mustache", template_partials_invitation_mustache, sizeof template_partials_invitation_mustache},
    {"partials/mark.mustache", template_partials_mark_mustache, sizeof template_partials_mark_mustache},
    {"partials/meeting-term.mustache", template_partials_meeting_term_mustache, sizeof template_partials_meeting_term_mustache},
    {"partials/need.mustache", template_partials_need_mustache, sizeof template_partials_need_mustache},
    {"partials/notice.mustache", template_partials_notice_mustache, sizeof template_partials_notice_mustache},
    {"partials/page-contents.mustache", template_partials_page_contents_mustache, sizeof template_partials_page_contents_mustache},
    {"partials/pagination.mustache", template_partials_pagination_mustache, sizeof template_partials_pagination_mustache},
    {"partials/question.mustache", template_partials_question_mustache, sizeof template_partials_question_mustache},
    {"partials/reading-styles.mustache", template_partials_reading_styles_mustache, sizeof template_partials_reading_styles_mustache},
    {"partials/search-box.mustache", template_partials_search_box_mustache, sizeof template_partials_search_box_mustache},
    {"partials/sharing.mustache", template_partials_sharing_mustache, sizeof template_partials_sharing_mustache},
    {"partials/source.mustache", template_partials_source_mustache, sizeof template_partials_source_mustache},
    {"partials/term-list.mustache", template_partials_term_list_mustache, sizeof template_partials_term_list_mustache},
    {"strings/en.yml", template_strings_en_yml, sizeof template_strings_en_yml},
    {"strings/ja-readings.csv", template_strings_ja_readings_csv, sizeof template_strings_ja_readings_csv},
    {"strings/ja.yml", template_strings_ja_yml, sizeof template_strings_ja_yml},
};

struct cprogram_file cprogram_template(unsigned long index) {
    const struct cprogram_file none = {0, 0, 0};
    return index < sizeof all_template / sizeof all_template[0] ? all_template[index] : none;
}

static const unsigned char starter_en_README_md[] = {
#embed "../../Sources/CProgram/starter/en/README.md"
};
static const unsigned char starter_en_cases_c001_md[] = {
#embed "../../Sources/CProgram/starter/en/cases/c001.md"
};
static const unsigned char starter_en_cases_c002_md[] = {
#embed "../../Sources/CProgram/starter/en/cases/c002.md"
};
static const unsigned char starter_en_pages_about_md[] = {
#embed "../../Sources/CProgram/starter/en/pages/about.md"
};
static const unsigned char starter_en_places_community_md[] = {
#embed "../../Sources/CProgram/starter/en/places/community.md"
};
static const unsigned char starter_en_places_school_md[] = {
#embed "../../Sources/CProgram/starter/en/places/school.md"
};
static const unsigned char starter_en_places_workplace_md[] = {
#embed "../../Sources/CProgram/starter/en/places/workplace.md"
};
static const unsigned char starter_en_themes_environment_md[] = {
#embed "../../Sources/CProgram/starter/en/themes/environment.md"
};
static const unsigned char starter_en_themes_learning_md[] = {
#embed "../../Sources/CProgram/starter/en/themes/learning.md"
};
static const unsigned char starter_en_themes_support_md[] = {
#embed "../../Sources/CProgram/starter/en/themes/support.md"
};
static const unsigned char starter_ja_README_md[] = {
#embed "../../Sources/CProgram/starter/ja/README.md"
};
static const unsigned char starter_ja_cases_c001_md[] = {
#embed "../../Sources/CProgram/starter/ja/cases/c001.md"
};
static const unsigned char starter_ja_cases_c002_md[] = {
#embed "../../Sources/CProgram/starter/ja/cases/c002.md"
};
static const unsigned char starter_ja_pages_about_md[] = {
#embed "../../Sources/CProgram/starter/ja/pages/about.md"
};
static const unsigned char starter_ja_places_community_md[] = {
#embed "../../Sources/CProgram/starter/ja/places/community.md"
};
static const unsigned char starter_ja_places_school_md[] = {
#embed "../../Sources/CProgram/starter/ja/places/school.md"
};
static const unsigned char starter_ja_places_workplace_md[] = {
#embed "../../Sources/CProgram/starter/ja/places/workplace.md"
};
static const unsigned char starter_ja_themes_environment_md[] = {
#embed "../../Sources/CProgram/starter/ja/themes/environment.md"
};
static const unsigned char starter_ja_themes_learning_md[] = {
#embed "../../Sources/CProgram/starter/ja/themes/learning.md"
};
static const unsigned char starter_ja_themes_support_md[] = {
#embed "../../Sources/CProgram/starter/ja/themes/support.md"
};

static const struct cprogram_file all_starter[] = {
    {"en/README.md", starter_en_README_md, sizeof starter_en_README_md},
    {"en/cases/c001.md", starter_en_cases_c001_md, sizeof starter_en_cases_c001_md},
    {"en/cases/c002.md", starter_en_cases_c002_md, sizeof starter_en_cases_c002_md},
    {"en/pages/about.md", starter_en_pages_about_md, sizeof starter_en_pages_about_md},
    {"en/places/community.md", starter_en_places_community_md, sizeof starter_en_places_community_md},
    {"en/places/school.md", starter_en_places_school_md, sizeof starter_en_places_school_md},
    {"en/places/workplace.md", starter_en_places_workplace_md, sizeof starter_en_places_workplace_md},
    {"en/themes/environment.md", starter_en_themes_environment_md, sizeof starter_en_themes_environment_md},
    {"en/themes/learning.md", starter_en_themes_learning_md, sizeof starter_en_themes_learning_md},
    {"en/themes/support.md", starter_en_themes_support_md, sizeof starter_en_themes_support_md},
    {"ja/README.md", starter_ja_README_md, sizeof starter_ja_README_md},
    {"ja/cases/c001.md", starter_ja_cases_c001_md, sizeof starter_ja_cases_c001_md},
    {"ja/cases/c002.md", starter_ja_cases_c002_md, sizeof starter_ja_cases_c002_md},
    {"ja/pages/about.md", starter_ja_pages_about_md, sizeof starter_ja_pages_about_md},
    {"ja/places/community.md", starter_ja_places_community_md, sizeof starter_ja_places_community_md},
    {"ja/places/school.md", starter_ja_places_school_md, sizeof starter_ja_places_school_md},
    {"ja/places/workplace.md", starter_ja_places_workplace_md, sizeof starter_ja_places_workplace_md},
    {"ja/themes/environment.md", starter_ja_themes_environment_md, sizeof starter_ja_themes_environment_md},
    {"ja/themes/learning.md", starter_ja_themes_learning_md, sizeof starter_ja_themes_learning_md},
    {"ja/themes/support.md", starter_ja_themes_support_md, sizeof starter_ja_themes_support_md},
};

struct cprogram_file cprogram_starter(unsigned long index) {
    const struct cprogram_file none = {0, 0, 0};
    return index < sizeof all_starter / sizeof all_starter[0] ? all_starter[index] : none;
}

static const unsigned char desk_assets_desk_css[] = {
#embed "../../Sources/CProgram/desk/assets/desk.css"
};
static const unsigned char desk_assets_desk_js[] = {
#embed "../../Sources/CProgram/desk/assets/desk.js"
};
static const unsigned char desk_assets_images_js[] = {
#embed "../../Sources/CProgram/desk/assets/images.js"
};
static const unsigned char desk_assets_paste_js[] = {
#embed "../../Sources/CProgram/desk/assets/paste.js"
};
static const unsigned char desk_assets_publish_js[] = {
#embed "../../Sources/CProgram/desk/assets/publish.js"
};
static const unsigned char desk_assets_shared_js[] = {
#embed "../../Sources/CProgram/desk/assets/shared.js"
};
static const unsigned char desk_assets_tables_js[] = {
#embed "../../Sources/CProgram/desk/assets/tables.js"
};
static const unsigned char desk_assets_text_js[] = {
#embed "../../Sources/CProgram/desk/assets/text.js"
};
static const unsigned char desk_layouts_backups_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/backups.mustache"
};
static const unsigned char desk_layouts_case_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/case.mustache"
};
static const unsigned char desk_layouts_changes_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/changes.mustache"
};
static const unsigned char desk_layouts_confirm_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/confirm.mustache"
};
static const unsigned char desk_layouts_conflict_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/conflict.mustache"
};
static const unsigned char desk_layouts_files_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/files.mustache"
};
static const unsigned char desk_layouts_images_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/images.mustache"
};
static const unsigned char desk_layouts_message_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/message.mustache"
};
static const unsigned char desk_layouts_overview_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/overview.mustache"
};
static const unsigned char desk_layouts_publish_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/publish.mustache"
};
static const unsigned char desk_layouts_review_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/review.mustache"
};
static const unsigned char desk_layouts_tables_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/tables.mustache"
};
static const unsigned char desk_layouts_text_mustache[] = {
#embed "../../Sources/CProgram/desk/layouts/text.mustache"
};
static const unsigned char desk_partials_base_mustache[] = {
#embed "../../Sources/CProgram/desk/partials/base.mustache"
};
static const unsigned char desk_partials_built_page_mustache[] = {
#embed "../../Sources/CProgram/desk/partials/built-page.mustache"
};
static const unsigned char desk_partials_control_mustache[] = {
#embed "../../Sources/CProgram/desk/partials/control.mustache"
};
static const unsigned char desk_partials_image_dialog_mustache[] = {
#embed "../../Sources/CProgram/desk/partials/image-dialog.mustache"
};
static const unsigned char desk_partials_problem_mustache[] = {
#embed "../../Sources/CProgram/desk/partials/problem.mustache"
};
static const unsigned char desk_partials_row_title_mustache[] = {
#embed "../../Sources/CProgram/desk/partials/row-title.mustache"
};
static const unsigned char desk_partials_section_mustache[] = {
#embed "../../Sources/CProgram/desk/partials/section.mustache"
};
static const unsigned char desk_strings_en_yml[] = {
#embed "../../Sources/CProgram/desk/strings/en.yml"
};
static const unsigned char desk_strings_ja_yml[] = {
#embed "../../Sources/CProgram/desk/strings/ja.yml"
};

static const struct cprogram_file all_desk[] = {
    {"assets/desk.css", desk_assets_desk_css, sizeof desk_assets_desk_css},
    {"assets/desk.js", desk_assets_desk_js, sizeof desk_assets_desk_js},
    {"assets/images.js", desk_assets_images_js, sizeof desk_assets_images_js},
    {"assets/paste.js", desk_assets_paste_js, sizeof desk_assets_paste_js},
    {"assets/publish.js", desk_assets_publish_js, sizeof desk_assets_publish_js},
    {"assets/shared.js", desk_assets_shared_js, sizeof desk_assets_shared_js},
    {"assets/tables.js", desk_assets_tables_js, sizeof desk_assets_tables_js},
    {"assets/text.js", desk_assets_text_js, sizeof desk_assets_text_js},
    {"layouts/backups.mustache", desk_layouts_backups_mustache, sizeof desk_layouts_backups_mustache},
    {"layouts/case.mustache", desk_layouts_case_mustache, sizeof desk_layouts_case_mustache},
    {"layouts/changes.mustache", desk_layouts_changes_mustache, sizeof desk_layouts_changes_mustache},
    {"layouts/confirm.mustache", desk_layouts_confirm_mustache, sizeof desk_layouts_confirm_mustache},
    {"layouts/conflict.mustache", desk_layouts_conflict_mustache, sizeof desk_layouts_conflict_mustache},
    {"layouts/files.mustache", desk_layouts_files_mustache, sizeof desk_layouts_files_mustache},
    {"layouts/images.mustache", desk_layouts_images_mustache, sizeof desk_layouts_images_mustache},
    {"layouts/message.mustache", desk_layouts_message_mustache, sizeof desk_layouts_message_mustache},
    {"layouts/overview.mustache", desk_layouts_overview_mustache, sizeof desk_layouts_overview_mustache},
    {"layouts/publish.mustache", desk_layouts_publish_mustache, sizeof desk_layouts_publish_mustache},
    {"layouts/review.mustache", desk_layouts_review_mustache, sizeof desk_layouts_review_mustache},
    {"layouts/tables.mustache", desk_layouts_tables_mustache, sizeof desk_layouts_tables_mustache},
    {"layouts/text.mustache", desk_layouts_text_mustache, sizeof desk_layouts_text_mustache},
    {"partials/base.mustache", desk_partials_base_mustache, sizeof desk_partials_base_mustache},
    {"partials/built-page.mustache", desk_partials_built_page_mustache, sizeof desk_partials_built_page_mustache},
    {"partials/control.mustache", desk_partials_control_mustache, sizeof desk_partials_control_mustache},
    {"partials/image-dialog.mustache", desk_partials_image_dialog_mustache, sizeof desk_partials_image_dialog_mustache},
    {"partials/problem.mustache", desk_partials_problem_mustache, sizeof desk_partials_problem_mustache},
    {"partials/row-title.mustache", desk_partials_row_title_mustache, sizeof desk_partials_row_title_mustache},
    {"partials/section.mustache", desk_partials_section_mustache, sizeof desk_partials_section_mustache},
    {"strings/en.yml", desk_strings_en_yml, sizeof desk_strings_en_yml},
    {"strings/ja.yml", desk_strings_ja_yml, sizeof desk_strings_ja_yml},
};

struct cprogram_file cprogram_desk(unsigned long index) {
    const struct cprogram_file none = {0, 0, 0};
    return index < sizeof all_desk / sizeof all_desk[0] ? all_desk[index] : none;
}
