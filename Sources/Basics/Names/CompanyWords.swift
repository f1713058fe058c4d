/// Words next to 株式会社 and the like that are no company's name.
///
/// The lists are also given to the page of a site on which people write a case.
package enum CompanyWords {
    /// What follows where no name does: 株式会社等, 株式会社化.
    package static let followers = [
        "等", "化", "制", "形態", "内", "側", "設立", "法", "様", "間", "各", "全", "経営", "勤務", "就職", "所属", "社員", "役員", "数", "以外", "以上", "方式",
        "型", "名", "向", "出身", "系", "運営", "特例",
    ]

    /// What precedes where no name does: 当株式会社, 一般株式会社.
    package static let leaders: Set<String> = [
        "各", "当", "同", "某", "親", "他", "一般", "大手", "関連", "地元", "民間", "現", "元", "前", "中小", "新", "非", "上場", "公開", "非公開", "特例", "旧",
        "同じ", "別",
    ]
}
