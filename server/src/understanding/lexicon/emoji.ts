/** Emoji that carry meaning in a customer's text, as words of their own; all others are dropped. */
export const emojiWords: Record<string, string> = {
  "👍": "emojiyes",
  "✅": "emojiyes",
  "✔": "emojiyes",
  "👌": "emojiyes",
  "🆗": "emojiyes",
  "👎": "emojino",
  "❌": "emojino",
  "🙏": "emojithanks",
  "🛑": "emojistop",
  "🚫": "emojistop",
  "🔥": "emojifire",
  "🖕": "emojianger",
  "😡": "emojianger",
  "🤬": "emojianger",
  "😠": "emojianger",
};
