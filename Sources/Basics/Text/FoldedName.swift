import Foundation

/// A name as names are compared: after NFKC, in lower case, without blanks, so that `Ａ 型` is `A型`.
package func foldedName(_ name: some StringProtocol) -> String {
    String(name.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace })
}
