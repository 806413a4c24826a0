/** Words for every error code of core. `{wait}` is the waiting time in words, other values come from `details`. */
export const errors = {
  "kernel.internal": "Бидний талд алдаа гарлаа. Дахин оролдоно уу.",
  "kernel.invalid-input": "Бөглөсөн зүйлээ шалгаад дахин оролдоно уу.",
  "account.sign-in-first": "Эхлээд нэвтэрнэ үү.",
  "account.wrong-role": "Энэ хуудсыг таны эрхээр нээх боломжгүй.",
  "account.cross-site": "Хүсэлт өөр сайтаас ирсэн тул зогсоолоо. Хуудсаа шинэчлээд дахин оролдоно уу.",
  "account.wrong-credentials": "И-мэйл эсвэл нууц үг буруу байна.",
} as const;
