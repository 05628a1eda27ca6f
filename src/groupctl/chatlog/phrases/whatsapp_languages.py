"""What WhatsApp itself writes into an export, in the languages of phones outside English, German and Chinese.

Not every sentence of every language stands here, so a line that no phrase fits is WhatsApp's all the same.
"""

from collections.abc import Iterable

from groupctl.chatlog.events import Phrase, all_phrases, phrases


def _said(kind: str, stops: str, *templates: str) -> tuple[Phrase, ...]:
    """Return phrases with and without the full stop of their language behind them."""
    return phrases(kind, *(text + stop for text in templates for stop in ("", stops) if stop or text))


SPANISH = all_phrases(
    _said(
        "join", ".", "{by} añadió a {who}", "{by} agregó a {who}", "Añadiste a {who}", "Agregaste a {who}",
        "Se añadió a {who}", "Se agregó a {who}", "{who} se unió usando {} enlace de invitación{}",
        "{who} se unió con {} enlace de invitación{}", "{who} se unió mediante {} enlace{}",
        "{who} se unió desde la comunidad", "{who} se unió al grupo{}",
    ),
    _said("leave", ".", "{who} salió del grupo", "{who} salió", "{who} abandonó el grupo"),
    _said("kick", ".", "{by} eliminó a {who}", "Eliminaste a {who}", "{by} sacó a {who}", "Se eliminó a {who}"),
    _said("rename", ".", "{old} cambió a {phone}", "{old} cambió su número de teléfono a {phone}"),
    _said("pin", ".", "{by} fijó un mensaje{}"),
    _said(
        "system", ".", "{by} creó el grupo{}", "{by} creó este grupo", "{by} cambió {}", "{by} eliminó la descripción{}",
        "Los mensajes {} cifra{}", "{who} ahora es admin{}", "{who} ya no es admin{}",
        "Cambió tu código de seguridad con {who}{}", "{by} activó {}", "{by} desactivó {}",
    ),
)  # fmt: skip
PORTUGUESE = all_phrases(
    _said(
        "join", ".", "{by} adicionou {who}", "{who} foi adicionado", "{who} foi adicionada", "{who} foi adicionado(a)",
        "{who} entrou usando {} link de convite{}", "{who} entrou através {} comunidade{}",
        "{who} entrou neste grupo através {}", "{who} entrou pela comunidade{}", "{who} aderiu {} ligação de convite{}",
        "{who} entrou no grupo{}",
    ),
    _said("leave", ".", "{who} saiu do grupo", "{who} saiu", "{who} deixou o grupo"),
    _said("kick", ".", "{by} removeu {who}", "{who} foi removido", "{who} foi removida", "{who} foi removido(a)"),
    _said("rename", ".", "{old} mudou para {phone}", "{old} mudou o número de telefone para {phone}", "{old} mudou o número de telefone para {phone}. {}"),
    _said("pin", ".", "{by} fixou uma mensagem{}", "{by} afixou uma mensagem{}"),
    _said(
        "system", ".", "{by} criou o grupo{}", "{by} criou este grupo", "{by} mudou {}", "{by} alterou {}",
        "As mensagens {} criptogra{}", "As mensagens {} encripta{}", "{who} agora é {}admin{}", "{who} não é mais {}admin{}",
        "Seu código de segurança com {who} mudou{}", "{by} ativou {}", "{by} desativou {}", "{by} apagou {}",
    ),
)  # fmt: skip
FRENCH = all_phrases(
    _said(
        "join", ".", "{by} a ajouté {who}", "{by} avez ajouté {who}", "{who} a été ajouté", "{who} a été ajoutée",
        "{who} a été ajouté(e)", "{who} a rejoint le groupe {}", "{who} a rejoint {} lien d'invitation{}",
        "{who} a rejoint depuis la communauté{}",
    ),
    _said("leave", ".", "{who} a quitté le groupe", "{who} a quitté", "{who} est parti", "{who} est parti(e)"),
    _said(
        "kick", ".", "{by} a retiré {who}", "{by} avez retiré {who}", "{by} a exclu {who}", "{by} a supprimé {who}",
        "{who} a été retiré{}", "{who} a été retiré(e)",
    ),
    _said("rename", ".", "{old} est passé à {phone}", "{old} a changé de numéro pour {phone}"),
    _said("pin", ".", "{by} a épinglé un message{}"),
    _said(
        "system", ".", "{by} a créé {}", "{by} avez créé {}", "{by} a changé {}", "{by} avez changé {}",
        "{by} a modifié {}", "Les messages {} chiffr{}", "{who} est maintenant admin{}", "{who} n'est plus admin{}",
        "Votre code de sécurité avec {who} a changé{}", "{by} a activé {}", "{by} a désactivé {}",
    ),
)  # fmt: skip
ITALIAN = all_phrases(
    _said(
        "join", ".", "{by} ha aggiunto {who}", "Hai aggiunto {who}", "{who} è stato aggiunto", "{who} è stata aggiunta",
        "{who} si è unito {}", "{who} si è unita {}", "{who} è entrato {}", "{who} è entrata {}",
        "{who} è entrato/a {}", "{who} si è unito/a {}",
    ),
    _said(
        "leave", ".", "{who} ha abbandonato il gruppo", "{who} ha abbandonato", "{who} ha lasciato il gruppo",
        "{who} è uscito", "{who} è uscita",
    ),
    _said("kick", ".", "{by} ha rimosso {who}", "Hai rimosso {who}", "{who} è stato rimosso", "{who} è stata rimossa"),
    _said("pin", ".", "{by} ha fissato un messaggio{}"),
    _said(
        "system", ".", "{by} ha creato {}", "Hai creato {}", "{by} ha cambiato {}", "{by} ha modificato {}",
        "I messaggi {} crittogra{}", "{who} ora è admin{}", "{who} ora è amministratore{}",
        "Il tuo codice di sicurezza con {who} è cambiato{}",
    ),
)  # fmt: skip
DUTCH = all_phrases(
    _said(
        "join", ".", "{by} heeft {who} toegevoegd", "{by} hebt {who} toegevoegd", "{who} is toegevoegd",
        "{who} neemt nu deel via {}", "{who} heeft deelgenomen via {}", "{who} is lid geworden via {}",
        "{who} is toegetreden via {}", "{who} is {} uitnodigingslink{}",
    ),
    _said("leave", ".", "{who} heeft de groep verlaten", "{who} is weggegaan", "{who} heeft deze groep verlaten"),
    _said("kick", ".", "{by} heeft {who} verwijderd", "{by} hebt {who} verwijderd", "{who} is verwijderd"),
    _said("pin", ".", "{by} heeft een bericht vastgezet{}"),
    _said(
        "system", ".", "{by} heeft de groep {} gemaakt", "{by} hebt de groep {} gemaakt", "{by} heeft deze groep {}",
        "{by} heeft {} gewijzigd{}", "{by} hebt {} gewijzigd{}", "Berichten {} versleutel{}", "{who} nu beheerder{}",
        "Uw beveiligingscode voor {who} is gewijzigd{}", "{by} heeft {} ingeschakeld{}",
    ),
)  # fmt: skip
_PAST = ("", "а", "(а)", "(-а)")
RUSSIAN = all_phrases(
    _said(
        "join", ".", *(f"{{by}} добавил{end} {{who}}" for end in _PAST), "Вы добавили {who}",
        *(f"{{who}} добавлен{end}" for end in _PAST),
        *(f"{{who}} {verb}{{}} ссылк{{}}" for verb in ("присоединился", "присоединилась", "вступил", "вступила")),
    ),
    _said(
        "leave", ".", *(f"{{who}} покинул{end} группу" for end in _PAST), *(f"{{who}} вышел{end}" for end in _PAST),
        "{who} вышел(-ла)", "{who} вышла", "{who} вышел из группы", "{who} вышла из группы",
    ),
    _said(
        "kick", ".", *(f"{{by}} удалил{end} {{who}}" for end in _PAST), "Вы удалили {who}",
        *(f"{{who}} удал{end}" for end in ("ён", "ен", "ена", "ён(а)", "ен(а)")),
    ),
    _said("pin", ".", *(f"{{by}} закрепил{end} сообщение{{}}" for end in _PAST)),
    _said(
        "system", ".", *(f"{{by}} создал{end} группу{{}}" for end in _PAST), "Вы создали группу{}",
        *(f"{{by}} изменил{end} {{}}" for end in _PAST), "Вы изменили {}", "Сообщения {} шифрован{}",
        "Ваш код безопасности с контактом {who} изменился{}", "{who} теперь админ{}", "{who} теперь администратор{}",
    ),
)  # fmt: skip
TURKISH = all_phrases(
    _said(
        "join", ".", "{by}, {who} kişisini ekledi", "{by} {who} kişisini ekledi", "{by}, {who} adlı kişiyi ekledi",
        "{who} kişisini eklediniz", "{who} eklendi", "{who} bu grubun davet bağlantısını {}",
        "{who} gruba davet bağlantısı{}", "{who} grubun davet bağlantısı{}", "{who} davet bağlantısı{}",
        "{who} topluluktan katıldı",
    ),
    _said("leave", ".", "{who} gruptan ayrıldı", "{who} ayrıldı"),
    _said(
        "kick", ".", "{by}, {who} kişisini çıkardı", "{by} {who} kişisini çıkardı", "{by}, {who} adlı kişiyi çıkardı",
        "{who} çıkarıldı",
    ),
    _said("pin", ".", "{by} bir mesajı sabitledi{}", "{by} bir mesaj sabitledi{}"),
    _said(
        "system", ".", "{by} {} grubunu oluşturdu", "{by} bu grubu oluşturdu", "Mesajlar {} şifre{}", "{by} grup {} değiştirdi",
        "{by} bu grubun {} değiştirdi", "{who} ile aranızdaki güvenlik kodu değişti{}", "{who} artık yönetici{}",
    ),
)  # fmt: skip
INDONESIAN = all_phrases(
    _said(
        "join", ".", "{by} menambahkan {who}", "{who} ditambahkan", "{who} bergabung menggunakan tautan undangan{}",
        "{who} telah bergabung menggunakan tautan undangan{}", "{who} bergabung dari komunitas{}",
        "{by} menambah {who}", "{who} menyertai menggunakan pautan jemputan{}",
    ),
    _said("leave", ".", "{who} keluar", "{who} telah keluar", "{who} keluar dari grup"),
    _said("kick", ".", "{by} mengeluarkan {who}", "{who} dikeluarkan", "{by} menyingkirkan {who}"),
    _said("rename", ".", "{old} beralih ke {phone}", "{old} mengganti nomor telepon ke {phone}"),
    _said("pin", ".", "{by} menyematkan pesan{}", "{by} menyematkan sebuah pesan{}"),
    _said(
        "system", ".", "{by} membuat grup{}", "{by} telah membuat grup{}", "{by} mengubah {}", "{by} telah mengubah {}",
        "{by} mengganti {}", "Pesan {} enkripsi {}", "Pesan {} terenkripsi {}", "{who} sekarang admin{}",
        "{who} sekarang menjadi admin{}", "Kode keamanan Anda dengan {who} telah berubah{}", "Mesej {} disulitkan {}",
    ),
)  # fmt: skip
POLISH = all_phrases(
    _said(
        "join", ".", "{by} dodał {who}", "{by} dodała {who}", "{by} dodał(a) {who}", "{by} dodał/a {who}", "Dodano {who}",
        "{who} dołączył{} link{}",
    ),
    _said(
        "leave", ".", *(f"{{who}} opuścił{end} grupę" for end in ("", "a", "(a)", "/a")), "{who} wyszedł", "{who} wyszła",
    ),
    _said("kick", ".", *(f"{{by}} usunął{end} {{who}}" for end in ("", "(-ęła)", "/ęła")), "{by} usunęła {who}"),
    _said("system", ".", "{by} utworzył{} grupę{}", "{by} zmienił{}", "Wiadomości {} szyfrowan{}", "Wiadomości {} zaszyfrowan{}"),
)  # fmt: skip
ARABIC = all_phrases(
    _said(
        "join", ".", "قام {by} بإضافة {who}", "تمت إضافة {who}", "أضفت {who}", "لقد أضفت {who}", "انضم {who} باستخدام {}",
        "انضم {who} إلى {}", "انضم {who} من {}", "{who} انضم باستخدام {}",
    ),
    _said("leave", ".", "غادر {who}", "{who} غادر", "غادر {who} المجموعة"),
    _said("kick", ".", "قام {by} بإزالة {who}", "تمت إزالة {who}", "لقد أزلت {who}"),
    _said("system", ".", "أنشأ {by} المجموعة{}", "أنشأ {by} مجموعة{}", "قام {by} بإنشاء {}", "قام {by} بتغيير {}",
          "غيّر {by} {}", "الرسائل {} مشفرة {}", "تغيّر رمز أمانك المُستخدَم مع {who}{}"),
)  # fmt: skip
HEBREW = all_phrases(
    _said("join", ".", *(f"{{by}} {verb} את {{who}}" for verb in ("הוסיף", "הוסיפה", "הוסיף/ה")), "הוספת את {who}",
          *(f"{{who}} {verb} באמצעות {{}}" for verb in ("הצטרף", "הצטרפה", "הצטרף/ה"))),
    _said("leave", ".", *(f"{{who}} {verb}" for verb in ("יצא", "יצאה", "יצא/ה", "עזב", "עזבה", "עזב/ה")),
          *(f"{{who}} {verb} את הקבוצה" for verb in ("עזב", "עזבה", "עזב/ה"))),
    _said("kick", ".", *(f"{{by}} {verb} את {{who}}" for verb in ("הסיר", "הסירה", "הסיר/ה")), "הסרת את {who}"),
    _said("system", ".", *(f"{{by}} {verb} את הקבוצה{{}}" for verb in ("יצר", "יצרה", "יצר/ה")), "ההודעות {} מוצפנות {}",
          "קוד האבטחה עם {who} שונה{}"),
)  # fmt: skip
HINDI = all_phrases(
    _said("join", "।", "{by} ने {who} को जोड़ा", "{by} ने {who} को ऐड किया", "{who} {} इनवाइट लिंक {}"),
    _said("leave", "।", "{who} ने ग्रुप छोड़ा", "{who} ने ग्रुप छोड़ दिया", "{who} ग्रुप से बाहर हो गए"),
    _said("kick", "।", "{by} ने {who} को हटाया", "{by} ने {who} को निकाला", "{by} ने {who} को हटा दिया"),
    _said("system", "।", "{by} ने ग्रुप {} बनाया", "मैसेज{} एन्क्रिप्ट{}", "{by} ने {} बदल{}"),
)
JAPANESE = all_phrases(
    _said("join", "。", "{by}が{who}を追加しました", "{who}が{}招待リンク{}参加しました", "{who}が参加しました", "{who}が追加されました"),
    _said("leave", "。", "{who}がグループを退出しました", "{who}が退出しました", "{who}がグループから退出しました"),
    _said("kick", "。", "{by}が{who}を削除しました", "{by}が{who}を退出させました", "{who}が削除されました"),
    _said("pin", "。", "{by}がメッセージをピン留めしました"),
    _said("system", "。", "{by}がグループ{}作成しました", "{by}が{}変更しました", "メッセージと通話は{}暗号化{}",
          "{who}とのセキュリティコードが変更されました{}"),
)  # fmt: skip
KOREAN = all_phrases(
    _said("join", ".", "{by}님이 {who}님을 추가했습니다", "{by}님이 {who}님을 추가하였습니다", "{who}님이 추가되었습니다",
          "{who}님이 {} 초대 링크{}", "{who}님이 초대 링크{}", "{who}님을 추가했습니다"),
    _said("leave", ".", "{who}님이 나갔습니다", "{who}님이 나가셨습니다", "{who}님이 그룹을 나갔습니다", "{who}님이 퇴장했습니다"),
    _said("kick", ".", "{by}님이 {who}님을 내보냈습니다", "{by}님이 {who}님을 삭제했습니다", "{by}님이 {who}님을 제거했습니다"),
    _said("system", ".", "{by}님이 {} 그룹을 만들었습니다", "{by}님이 그룹{}", "{by}님이 {} 변경했습니다", "메시지 및 {} 암호화{}",
          "{who}님과의 보안 코드가 변경되었습니다{}"),
)  # fmt: skip
THAI = all_phrases(
    phrases("join", "{by} ได้เพิ่ม {who}", "{by} เพิ่ม {who}", "{who} เข้าร่วมโดยใช้{}", "{who} ได้เข้าร่วมโดยใช้{}"),
    phrases("kick", "{by} ได้ลบ {who}", "{by} ลบ {who}", "{by} นำ {who} ออก"),
    phrases("leave", "{who} ออกจากกลุ่ม", "{who} ได้ออกจากกลุ่ม", "{who} ออกจากกลุ่มแล้ว", "{who} ออก"),
    phrases("system", "{by} ได้สร้างกลุ่ม{}", "{by} สร้างกลุ่ม{}", "{by} ได้เปลี่ยน{}", "{by} เปลี่ยน{}", "ข้อความ{}เข้ารหัส{}"),
)
VIETNAMESE = all_phrases(
    _said("join", ".", "{by} đã thêm {who}", "{who} đã được thêm", "{who} đã tham gia {}"),
    _said("leave", ".", "{who} đã rời nhóm", "{who} đã rời khỏi nhóm", "{who} đã rời đi"),
    _said("kick", ".", "{by} đã xóa {who}", "{by} đã xoá {who}", "{who} đã bị xóa"),
    _said("system", ".", "{by} đã tạo nhóm{}", "{by} đã thay đổi {}", "{by} đã đổi {}", "Tin nhắn {} mã hóa {}"),
)

_EVERY: Iterable[tuple[Phrase, ...]] = (
    SPANISH, PORTUGUESE, FRENCH, ITALIAN, DUTCH, RUSSIAN, TURKISH, INDONESIAN, POLISH, ARABIC, HEBREW, HINDI, JAPANESE,
    KOREAN, THAI, VIETNAMESE,
)  # fmt: skip
MORE_EVENTS = all_phrases(*_EVERY)
