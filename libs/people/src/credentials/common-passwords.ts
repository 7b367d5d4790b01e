/**
 * The commonest passwords of twelve characters and more, from published leaks, and what English, French and German
 * speakers write when they are told "twelve". Shorter ones are refused for their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  123456123456 123456654321 123456789000 123456789012 123456789123 1234567890123 12345678901234 123456789012345
  1234567890123456 1234567890987654321 12345678910111 123456789101112 0123456789012 012345678901 098765432101
  098765432109 987654321000 987654321012 9876543210123 000000000000 111111111111 222222222222 333333333333
  555555555555 666666666666 777777777777 888888888888 999999999999 112233445566 11223344556677 111222333444
  121212121212 123123123123 123321123321 131313131313 147258369147 147258369000 159357159357 741852963000
  010203040506 aaaaaaaaaaaa aaaaaaaaaaaaa abababababab abc123abc123 abc123456789 abcabcabcabc abcd12345678
  abcd1234abcd abcdefghijkl abcdefghijklm abcdefg12345 abcdefgh1234 abcdefghijklmnopqrstuvwxyz
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz1qaz1qaz 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc
  123qwe123qwe 123qweasdzxc 12qwaszx12qw 12qwaszxcvbn q1w2e3r4t5y6 q1w2e3r4t5y6u7 qazwsxedcrfv qazwsx123456
  qwe123qwe123 qweasdzxc123 qweasdzxcqwe qweqweqweqwe qwer1234qwer qwertqwertqwert qwerty123456 qwerty1234567
  qwerty12345678 qwerty123456789 qwertyqwerty qwertyqwerty1 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop[]
  qwertyuiopas qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qwertzuiop12 qwertzuiop123
  asdasdasdasd asdfasdfasdf asdfghjkl123 asdfghjkl1234 asdfghjklqwerty asdfghjkl;'# zxcvbnm12345 zxcvbnm123456
  zxcvbnmasdfghjkl zaq12wsxcde3 zaq1xsw2cde3 azertyazerty azertyuiop12 azertyuiop123 azertyuiopqs azerty123456
  yxcvbnm12345 passwordpassword password0000 password1111 password1234 password12345 password123456 password1234567
  password12345678 password123456789 password@123 password2024 password2025 password2026 password!123
  passw0rd1234 p@ssw0rd1234 p@ssword1234 p@ssw0rd2024 p@ssw0rd2025 p@ssw0rd2026 mypassword12 mypassword123
  mypassword1234 thisismypassword thisisapassword adminadmin12 adminadminadmin admin1234567 admin12345678
  administrator administrator1 administrator123 administrateur administrateur1 root12345678 rootrootroot
  changemechangeme changeme1234 changeme12345 changeme123456 changemenow1 defaultpassword temporary123 welcome12345
  welcome123456 welcome@1234 welcome2024! welcome2025! welcome2026! letmeinletmein letmein12345 letmein123456
  iloveyou1234 iloveyou12345 iloveyouiloveyou iloveyousomuch iloveyouforever iloveyoubaby iloveyou2024
  ihateyou1234 trustno1trustno1 sunshine1234 princess1234 football1234 baseball1234 superman1234 batman123456
  starwars1234 pokemon12345 dragon123456 monkey123456 michael12345 jennifer1234 charlie12345 shadow123456
  liverpool123 manchester123 manchesterunited barcelona123 realmadrid123 chelsea12345 arsenal12345 computer1234
  internet1234 secret123456 secretsecret samsung12345 facebook1234 google123456 hello1234567 hellohello12
  hellohellohello helloworld12 helloworld123 unbelievable unforgettable correcthorsebatterystaple test12345678
  testtesttest testtest1234 testing12345 testing123456 user12345678 guest1234567 demo12345678 demodemodemo
  motdepasse12 motdepasse123 motdepasse1234 monmotdepasse motdepassemotdepasse jetaime12345 jetaimejetaime
  bonjour12345 bonjour123456 doudou123456 loulou123456 soleil123456 marseille123 bienvenue123 bienvenue1234
  passwort1234 passwort12345 passwort123456 passwortpasswort meinpasswort meinpasswort1 hallo1234567 hallohallo12
  hallohallohallo willkommen12 willkommen123 willkommen1234 ichliebedich ichliebedich1 schatz123456 sommer2024!!
  geheim123456 geheimgeheim fussball1234 bayernmuenchen dortmund1909 schalke04schalke04 sonnenschein sonnenschein1
  schmetterling schmetterling1 humanrights1 humanrights12 humanrights123 menschenrechte menschenrechte1
  droitsdelhomme
  `
    .trim()
    .split(/\s+/),
);
