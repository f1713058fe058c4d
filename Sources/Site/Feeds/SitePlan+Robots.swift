extension SitePlan {
    /// `robots.txt` (RFC 9309): everything may be read; with a base URL, where the sitemap is.
    var robotsFile: [UInt8] {
        var text = "User-agent: *\nAllow: /\n"
        if let baseURL { text += "\nSitemap: \(Permalink.sitemap.address(at: baseURL))\n" }
        return Array(text.utf8)
    }
}
