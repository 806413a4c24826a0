export const me = {
  title: "Миний булан",
  classTitle: "Анги",
  devices: "Нэвтэрсэн төхөөрөмжүүд",
  devicesHint: "Танихгүй төхөөрөмж байвал гаргаад багшдаа хэлээрэй.",
  thisDevice: "Энэ төхөөрөмж",
  unknownDevice: "Танигдаагүй төхөөрөмж",
  lastSeen: "Сүүлд: {when}",
  signOutDevice: "Гаргах",
  signOutDeviceNamed: "{device}: гаргах",
  signOutEverywhere: "Бүх төхөөрөмжөөс гарах",
  display: "Харагдац",
  privacyTitle: "Хэн юуг харах вэ",
  privacyText:
    "Асуулт, хариултыг чинь хадгална. Аюултай байж болзошгүй яриаг сургуулийн хариуцсан насанд хүрэгчид харж, чамд тусалж болно. Нэр, утас, хаягаа чатад бүү бичээрэй.",
} as const;
