/// Something in a text that is worth advice.
struct ProseFinding {
    let advice: Advice
    let bytes: Range<Int>
}
