/**
 * Words on the printed cards. Pupils read them, so they are in Mongolian whatever language the teacher's screen has.
 */
export const cardWords = {
  className: (name: string) => `${name} анги`,
  pin: "Нууц дугаар",
  code: "Ангийн код",
  scan: (site: string) =>
    `Утасны камераар QR кодыг уншуулна, эсвэл ${site} хаягт ангийн кодоо бичнэ. Дараа нь нэрээ сонгож, нууц дугаараа оруулна.`,
  secret: "Нууц дугаараа хэнд ч бүү хэлээрэй.",
  qr: (name: string) => `${name}: нэвтрэх QR код`,
} as const;
