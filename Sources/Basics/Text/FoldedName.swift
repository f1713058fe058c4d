import Foundation

/// A name as names are compared: after NFKC, in lower case, without blanks, so that `Ａ 型` is `A型`.
package func foldedName(_ name: String) -> String {
    String(name.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace })
}
