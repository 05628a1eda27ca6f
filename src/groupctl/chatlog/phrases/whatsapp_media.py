"""What stands in an export in place of a message, in the languages of WhatsApp's user interface.

Phones with Android write one text for all media, between angle brackets; iPhones write one for each kind.
"""

_OMITTED = (
    "media weggelaat", "تم استبعاد الوسائط", "media buraxıldı", "media çıxarılmışdır", "без файл", "без файлове",
    "মিডিয়া বাদ দেওয়া হয়েছে", "fitxers multimèdia omesos", "mitjans omesos", "média vynechány", "média vynechána",
    "medier udeladt", "mediefil udeladt", "medien weggelassen", "αρχείο παραλήφθηκε", "εξαίρεση πολυμέσων",
    "multimedia omitido", "archivo omitido", "meedia välja jäetud", "meedia ära jäetud", "رسانه حذف شد",
    "media jätettiin pois", "media jätetty pois", "médias omis", "fichier omis", "média omis", "મિડિયા છોડી મૂકાયું",
    "મીડિયા અવગણાયું", "मीडिया के बिना", "मीडिया छोड़ा गया", "medijski zapis izostavljen", "média elhagyva",
    "hiányzó médiafájl", "media tidak disertakan", "media omessi", "media omesso", "media non inclusi",
    "המדיה לא נכללה", "מדיה הושמטה", "המדיה הוסרה", "メディアなし", "メディアは含まれていません", "файлдар қосылмаған",
    "ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ", "미디어 파일 제외됨", "미디어 파일을 생략한 대화내용", "medija praleista", "nav iekļauta multivide",
    "без фајлови", "മീഡിയ ഒഴിവാക്കി", "मीडिया वगळले", "मीडिया वगळण्यात आला", "media dikecualikan", "media disingkirkan",
    "media utelatt", "uten vedlegg", "media weggelaten", "ਮੀਡੀਆ ਛੱਡਿਆ", "pominięto multimedia", "pliki pominięto",
    "arquivo de mídia oculto", "mídia oculta", "mídia omitida", "ficheiro não revelado", "conținut media omis",
    "без медиафайлов", "файл пропущен", "médiá vynechané", "datoteke izpuščene", "medij izpuščen", "media u hoq",
    "медији су изостављени", "media utelämnat", "media har utelämnats", "media hazijajumuishwa",
    "கோப்புகள் விடப்பட்டன", "మీడియా విస్మరించబడింది", "ไฟล์สื่อถูกลบ", "สื่อถูกลบ", "inalis ang media",
    "walang kalakip na media", "medya dahil edilmedi", "medya atlanmış", "медіа пропущено", "میڈیا چھوڑ دیا گیا",
    "fayl o'tkazib yuborildi", "fayl o‘tkazib yuborildi", "bỏ qua tệp phương tiện", "bỏ qua media", "忽略多媒體檔",
    "view once voice message omitted", "voice message omitted", "video note omitted",
)  # fmt: skip
_BY_KIND = {
    "image": (
        "imagen omitida", "imagem ocultada", "imagem omitida", "imagem não revelada", "image absente", "image omise",
        "immagine omessa", "afbeelding weggelaten", "изображение отсутствует", "изображение пропущено",
        "зображення відсутнє", "görüntü dahil edilmedi", "gambar tidak disertakan", "imej tidak dimasukkan",
        "لم يتم إدراج الصورة", "התמונה הושמטה", "फ़ोटो हटाई गई", "ছবি বাদ দেওয়া হয়েছে", "ইমেজ বাদ দেওয়া হয়েছে",
        "画像は含まれていません", "画像が省略されました", "画像が除外されました", "이미지 생략됨", "사진 생략됨", "obraz pominięty",
        "obrázek vynechán", "obrázok vynechaný", "imagine omisă", "kép küldése sikertelen", "εικόνα παραλείφθηκε",
        "bild utesluten", "bild utelämnad", "billede udeladt", "bilde ikke inkludert", "ei kuvaa", "imatge omesa",
        "slika izostavljena", "đã bỏ qua hình ảnh", "ไม่มีรูปภาพ", "تصویر حذف شد", "تصویر نکال دی گئی ہے", "圖像已省略",
        "照片已忽略", "圖片省略",
    ),
    "video": (
        "video omitido", "vídeo omitido", "vídeo não revelado", "vídeo ocultado", "vidéo absente", "video omesso",
        "video weggelaten", "видео отсутствует", "видео пропущено", "відео відсутнє", "video dahil edilmedi",
        "video tidak disertakan", "video tidak dimasukkan", "لم يتم إدراج الفيديوهات", "لم يتم إدراج الفيديو",
        "סרטון הווידאו הושמט", "वीडियो छोड़ा गया", "ভিডিও বাদ দেওয়া হয়েছে", "ビデオは含まれていません", "動画は含まれていません",
        "비디오 생략됨", "동영상 생략됨", "wideo pominięte", "video vynecháno", "video vynechané", "clip video omis",
        "videó kihagyva", "βίντεο παραλείφθηκε", "video utesluten", "video udeladt", "video utelatt",
        "videota ei sisällytetä", "vídeo omès", "video izostavljen", "đã bỏ video", "วิดีโอถูกลบ", "ویدیو حذف شد",
        "影片已省略",
        "GIF omitido", "GIF retiré", "GIF esclusa", "GIF weggelaten", "GIF отсутствует", "GIF dahil edilmedi",
        "GIF tidak disertakan", "لم يتم إدراج صورة GIF", "GIF הושמט", "GIF छोड़ा गया", "GIFは含まれていません", "GIF 생략됨",
        "GIF não revelada", "plik GIF pominięty", "GIF vynechán", "GIF omis", "GIF utesluten", "GIF udeladt",
        "GIF utelatt", "ละเว้น GIF", "đã bỏ qua ảnh GIF", "GIF 动态图已被忽略", "GIF 已略去",
    ),
    "voice": (
        "audio omitido", "áudio ocultado", "áudio omitido", "ficheiro de áudio não revelado", "audio omis",
        "audio absent", "audio omesso", "audio weggelaten", "аудиофайл отсутствует", "аудио пропущено",
        "аудіо відсутнє", "ses dahil edilmedi", "audio tidak disertakan", "audio tidak dimasukkan",
        "لم يتم إدراج المقاطع الصوتية", "קטע קול הושמט", "ऑडियो हटाई गयी", "অডিও বাদ দেওয়া হয়েছে",
        "音声は含まれていません", "오디오 생략됨", "audio pominięte", "zvukový soubor vynechán", "zvuk vynechaný",
        "fără audio", "hang kihagyása", "ήχος παραλείφθηκε", "ljud utelslutet", "lyd udeladt", "lyd utelatt",
        "äänitiedostoa ei sisällytetä", "àudio omès", "zvuk izostavljen", "bỏ qua tệp âm thanh", "ไม่มีไฟล์เสียง",
        "صدا حذف شد", "音訊已省略",
    ),
    "sticker": (
        "sticker omitido", "figurinha omitida", "sticker não revelado", "sticker omis", "sticker non incluso",
        "sticker weggelaten", "стикер не добавлен", "стикер пропущен", "наклейку не додано", "çıkartma dahil edilmedi",
        "stiker tidak disertakan", "pelekat tidak disertakan", "تم حذف الملصقات", "لم يتم إدراج الملصق", "סטיקר הושמט",
        "स्टिकर छोड़ा गया", "স্টিকার বাদ দেওয়া হয়েছে", "スタンプは含まれていません", "스티커 제외됨", "pominięto naklejkę",
        "nálepka vynechána", "nálepka vynechaná", "matrica kihagyva", "αυτοκόλλητο παραλήφθηκε", "sticker utesluten",
        "klistermærke udeladt", "klistremerke utelatt", "tarraa ei sisällytetty", "adhesiu omès", "đã bỏ sticker",
        "ไม่มีสติกเกอร์", "استیکر حذف شد", "贴图已省略", "貼圖已省略",
    ),
    "file": (
        "documento omitido", "documento não revelado", "document manquant", "document omis", "documento omesso",
        "document weggelaten", "документ отсутствует", "документ пропущен", "документ пропущено",
        "belge dahil edilmedi", "dokumen tidak disertakan", "dokumen tidak dimasukkan", "لم يتم إدراج المستند",
        "מסמך הושמט", "डॉक्यूमेंट छोड़ा गया", "ডকুমেন্ট বাদ দেওয়া হয়েছে", "ドキュメントは含まれていません", "문서 생략됨",
        "dokument pominięty", "dokument vynechán", "dokument vynechaný", "dokumentum kihagyva",
        "έγγραφο παραλείφθηκε", "dokument uteslutet", "dokument udeladt", "utelatt dokument",
        "dokumenttia ei sisällytetä", "document omès", "dokument izostavljen", "đã bỏ qua tài liệu", "ละเว้นเอกสาร",
        "سند حذف شد", "文件已略去", "文档已省略",
    ),
    "contact": (
        "tarjeta de contacto omitida", "cartão do contato omitido", "contacto não revelado", "fiche contact manquante",
        "scheda contatto omessa", "visitekaartje weggelaten", "карточка контакта отсутствует",
        "картка контакту відсутня", "kişi kartı dahil edilmedi", "kartu kontak tidak disertakan",
        "kad kenalan tidak dimasukkan", "لم يتم إدراج بطاقة جهة اتصال", "כרטיס איש קשר הושמט",
        "कॉन्टैक्ट कार्ड छोड़ा गया", "連絡先カードを省略", "연락처 카드 생략됨", "pominięta wizytówka kontaktu",
        "vizitka vynechána", "carte de vizită contact omisă", "névjegykártya kihagyva", "kontaktkort uteslutet",
        "kontaktkort udeladt", "yhteystietokortti jätettiin pois", "bỏ qua thẻ liên lạc", "บัตรรายชื่อที่ละเว้น",
        "联系人卡片已忽略", "聯絡人卡片已省略", "聯絡人卡片已略去",
    ),
    "deleted": (
        "se eliminó este mensaje", "este mensaje fue eliminado", "eliminaste este mensaje", "mensagem apagada",
        "essa mensagem foi apagada", "esta mensagem foi apagada", "esta mensagem foi apagada pelo remetente",
        "você apagou esta mensagem", "apagou esta mensagem", "você apagou essa mensagem", "ce message a été supprimé",
        "vous avez supprimé ce message", "questo messaggio è stato eliminato", "hai eliminato questo messaggio",
        "dit bericht is verwijderd", "u hebt dit bericht verwijderd", "je hebt dit bericht verwijderd",
        "данное сообщение удалено", "это сообщение удалено", "вы удалили это сообщение", "вы удалили данное сообщение",
        "це повідомлення було видалено", "ви видалили це повідомлення", "bu mesaj silindi", "bu mesajı sildiniz",
        "pesan ini dihapus", "pesan ini telah dihapus", "anda menghapus pesan ini", "anda telah menghapus pesan ini",
        "mesej ini telah dipadam", "anda telah memadamkan mesej ini", "تم حذف هذه الرسالة", "لقد حذَفت هذه الرسالة",
        "أنت حذفت هذه الرسالة", "הודעה זו נמחקה", "מחקת הודעה זו", "מחקת את ההודעה הזו", "यह मैसेज डिलीट कर दिया गया है",
        "यह संदेश मिटाया गया", "आपने यह मैसेज डिलीट किया", "आपने यह संदेश मिटाया", "এই মেসেজটি বাদ দেওয়া হয়েছে।",
        "এই বার্তাটি মুছে ফেলা হয়েছে", "このメッセージは削除されました", "このメッセージは削除されました。",
        "このメッセージを削除しました", "このメッセージを削除しました。", "이 메시지는 삭제되었습니다", "삭제한 메시지입니다",
        "이 메시지를 삭제했습니다", "삭제된 메시지입니다", "ta wiadomość została usunięta", "usunąłeś(-ęłaś) tę wiadomość",
        "usunąłeś(aś) tę wiadomość", "tato zpráva byla smazána", "tato zpráva byla odstraněna",
        "tuto zprávu jste odstranil/a", "tuto zprávu jste smazal/a", "táto správa bola odstránená",
        "túto správu ste odstránili", "acest mesaj a fost șters", "ați șters acest mesaj", "ez az üzenet törlésre került",
        "törölted ezt az üzenetet", "ezt az üzenetet törölted", "αυτό το μήνυμα διαγράφηκε", "διαγράψατε αυτό το μήνυμα",
        "det här meddelandet raderades", "detta meddelande raderades", "du raderade detta meddelande",
        "du raderade det här meddelandet", "denne besked blev slettet", "denne besked er blevet slettet",
        "du slettede denne besked", "du har slettet denne besked", "denne meldingen ble slettet",
        "du slettet denne meldingen", "tämä viesti poistettiin", "poistit tämän viestin",
        "aquest missatge s'ha suprimit", "has suprimit aquest missatge", "ova poruka je izbrisana",
        "ova je poruka izbrisana", "izbrisali ste ovu poruku", "tin nhắn này đã bị xóa", "tin nhắn này đã bị xoá",
        "bạn đã xóa tin nhắn này", "bạn đã xoá tin nhắn này", "ข้อความนี้ถูกลบแล้ว", "ข้อความนี้ได้ถูกลบ",
        "คุณได้ลบข้อความนี้", "คุณลบข้อความนี้", "این پیام حذف شده است", "این پیام حذف شد", "شما این پیام را حذف کردید",
        "信息已删除", "您删除这个信息", "you deleted this message as admin", "这条消息已被删除。", "您已删除这条消息。",
        "此訊息已刪除。", "您已刪除此訊息。", "這則訊息已刪除", "你已收回此訊息", "此訊息已收回",
    ),
    "call": (
        "llamada perdida", "llamada de voz perdida", "videollamada perdida", "chamada de voz perdida",
        "chamada de vídeo perdida", "videochamada perdida", "ligação de voz perdida", "ligação de vídeo perdida",
        "appel vocal manqué", "appel vidéo manqué", "chiamata vocale persa", "videochiamata persa",
        "gemiste spraakoproep", "gemist spraakgesprek", "gemiste video-oproep", "gemist videogesprek",
        "пропущенный аудиозвонок", "пропущенный видеозвонок", "cevapsız sesli arama", "cevapsız görüntülü arama",
        "panggilan suara tak terjawab", "panggilan video tak terjawab", "مكالمة صوتية فائتة", "مكالمة فيديو فائتة",
        "שיחה קולית שלא נענתה", "שיחת וידאו שלא נענתה", "音声通話不在着信", "ビデオ通話不在着信", "不在着信", "부재중 전화",
        "부재중 영상통화", "nieodebrane połączenie", "nieodebrane poł. głosowe", "nieodebrane poł. wideo",
        "missat röstsamtal", "missat videosamtal", "未接語音通話", "未接视频通话", "未接視訊通話", "未接視像通話",
    ),
}  # fmt: skip
_STOPS = ("", ".")


def _written(text: str) -> set[str]:
    """Return the ways a text is written: with a small or a capital letter, with and without a full stop."""
    return {start + text[1:] + stop for start in (text[0], text[0].upper()) for stop in _STOPS}


MORE_PLACEHOLDERS = {
    **{way: kind for kind, texts in _BY_KIND.items() for text in texts for way in _written(text)},
    **{f"<{way}>": "other" for text in _OMITTED for way in _written(text)},
    **{f"< {way} >": "other" for text in _OMITTED for way in _written(text)},
}
"""Texts that stand in place of a message, and the kind of message it was."""

DOCUMENTS = tuple(sorted({way for text in _BY_KIND["file"] for way in _written(text)}))
"""What an iPhone writes behind the name of a file that was left out."""

MORE_ATTACHED_BEFORE = tuple(
    f"<{word}: "
    for word in (
        "adjunto", "anexo", "anexado", "pièce jointe", "allegato", "bijgevoegd", "прикреплено", "додано", "eklendi",
        "terlampir", "dilampirkan", "dilampir", "المُرفق", "מצורף", "अटैच किया गया", "添付ファイル", "添付ファイル：", "첨부됨",
        "załączono", "příloha", "príloha", "atașare", "csatolva", "επισυνάφθηκε", "bifogat", "vedhæftet", "vedlagt",
        "liite", "priloženo", "đính kèm", "แนบ", "پیوست",
    )
)  # fmt: skip
MORE_ATTACHED_AFTER = tuple(
    f" ({words})"
    for words in (
        "archivo adjunto", "archivo adjuntado", "arquivo anexado", "ficheiro anexado", "fichier joint", "file allegato",
        "bestand bijgevoegd", "файл добавлен", "файл прикреплён", "файл додано", "dosya ekli", "dosya eklendi",
        "file terlampir", "fail dilampirkan", "الملف مرفق", "ملف مرفق", "קובץ מצורף", "फ़ाइल अटैच की गई है",
        "फाइल अटैच कर दी गई है", "添付ファイル有り", "添付ファイル", "파일 첨부됨", "첨부 파일", "załączony plik", "plik załączono",
        "soubor byl přiložen", "súbor pripojený", "fișier atașat", "fájl csatolva", "συνημμένο αρχείο", "bifogad fil",
        "fil vedhæftet", "vedlagt fil", "liitetiedosto", "tiedosto liitetty", "arxiu adjunt", "datoteka u privitku",
        "tệp đính kèm", "ไฟล์ที่แนบ", "附件檔案", "檔案附件",
    )
)  # fmt: skip
"""What stands before or behind the name of an attached file."""

EDITED = (
    "This message was edited", "Diese Nachricht wurde bearbeitet.", "Diese Nachricht wurde bearbeitet",
    "Se editó este mensaje.", "Se editó este mensaje", "Mensagem editada", "Essa mensagem foi editada",
    "Ce message a été modifié", "Questo messaggio è stato modificato", "Dit bericht is bewerkt",
    "Данное сообщение изменено", "Сообщение изменено", "Bu mesaj düzenlendi", "Pesan ini diedit", "تم تعديل هذه الرسالة",
    "הודעה זו נערכה", "यह मैसेज एडिट किया गया", "このメッセージは編集されました", "이 메시지는 수정되었습니다", "此消息已编辑",
    "此訊息已編輯", "已編輯此訊息", "已编辑此消息",
)  # fmt: skip
"""What WhatsApp writes behind a text that its author has changed."""

POLLS = (
    "POLL:", "UMFRAGE:", "ENCUESTA:", "ENQUETE:", "SONDAGEM:", "SONDAGE :", "SONDAGE:", "SONDAGGIO:", "PEILING:", "POLL :",
    "ОПРОС:", "ANKET:", "POLLING:", "JAJAK PENDAPAT:", "استطلاع:", "סקר:", "投票：", "投票:", "投票調查：", "アンケート：",
    "アンケート:", "설문조사:", "ANKIETA:",
)  # fmt: skip
"""How a poll begins."""
LOCATION = "https://maps.google.com/?q="
"""What every place that somebody sends holds."""
