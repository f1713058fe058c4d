extension ConformanceTests {
    /// The numbers of the examples whose pages differ from libcmark's HTML, by the rule that causes the difference.
    static let differences: [String: [Int]] = [
        // Links to other hosts are marked; everything but web addresses, `mailto:` and `tel:` is refused.
        "addresses": [
            20, 346, 479, 480, 499, 500, 525, 537, 593, 594, 595, 597, 598, 599, 600, 602,
        ],
        // Headings have ids; their levels start at 2 and skip none.
        "headings": [
            10, 59, 62, 66, 67, 68, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 86, 89, 90, 91, 95,
            96, 102, 103, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300, 646, 647,
        ],
        // Images load lazily; images from other hosts are refused.
        "images": [
            516, 519, 530, 571, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587,
            588, 590,
        ],
        // Tags are removed; their words stay.
        "raw HTML": [
            21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165,
            166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185,
            186, 187, 188, 189, 190, 191, 201, 308, 309, 344, 474, 475, 476, 490, 493, 523, 535, 612, 613, 614,
            615, 616, 622, 624, 627, 628, 629, 630, 631, 642, 643,
        ],
    ]
}
