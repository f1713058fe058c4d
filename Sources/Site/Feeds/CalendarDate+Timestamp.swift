import Casebook

extension CalendarDate {
    /// The start of the day as a time of RFC 3339. Front matter knows days and feeds want times, and only here does one become
    /// the other: midnight in Japan where the collection is in Japanese, else midnight in UTC.
    ///
    /// - Parameter language: The collection's BCP 47 tag.
    func timestamp(language: String) -> String {
        let isJapanese = language == "ja" || language.hasPrefix("ja-")
        return "\(iso)T00:00:00\(isJapanese ? "+09:00" : "Z")"
    }
}
