"""The commonest words of other languages that share a script with terms: grammar, and nothing a group is about.

Data, not code, and made by hand; beside Chinese and English (``everyday``) just enough that a list of terms from a
Polish or an Indian group is no list of its conjunctions. Diacritics that people leave out are left out here too.
"""

WORDS = """
    nie się sie jest jak ale tak czy może moze tylko mnie coś cos już juz jeszcze tym ktoś ktos przy masz dla tego
    też tez tam chyba pod wiem przez będzie bedzie można mozna trzeba jeśli jesli więc wiec jestem sobie takie
    bardzo gdzie nawet żeby zeby widzę bez jakieś jakies działa dziala być byc jako jakiś jakis albo teraz wszystko
    trochę troche cześć czesc tutaj czyli właśnie wlasnie razie chodzi taki dzięki dzieki lepiej było bylo mieć
    miec mają maja nic lub sam raczej kilka niestety niż niz jakie dobrze które ktore dlatego dobry miałem mialem
    więcej wiecej bardziej pewnie był byl który ktory dużo duzo dopiero mogę moge jeden pytanie temat tej zrobić
    zrobic wtedy zawsze raz tych czas mój moj jaki rozumiem ludzie nas samo dalej moje aby gdzieś gdzies była byla
    ile dodać ludzi macie nowy inny potem akurat fajnie czasu sprawdzić witam takich tyle udało inne prostu chociaż
    dwa muszę musze dobra będą beda będę bede bym ciebie siebie jednak która ktora jednym takiego taka musisz
    generalnie nadal nikt nich zależy mojej zalezy wiadomo mniej dokładnie wydaje jakoś kiedyś myślę mysle
    oczywiście możesz mozesz chce miał mial hej razem zaraz zobaczymy również najlepiej wszystkim problemu
    aktualnie pomysł dziękuję dziekuje czemu robi dzisiaj ona ono oni jego jej ich nam was wam mam nad oraz przed
    między miedzy podczas kto kiedy dlaczego skąd stad ten tą ta te to co po za do od panie pana pani proszę prosze
    siema elo spoko super okej ogólnie ogolnie wręcz choć niech innych innego tę mną mna nią nim sprawa und der die
    das den dem des ein eine einen einem einer ist sind war waren bin bist nicht auch auf aus bei mit von vor zum
    zur für fur über uber unter durch gegen ohne aber oder wenn weil dass dann noch schon nur sehr mehr hier dort
    jetzt heute morgen wie wer warum wieso mich mir mein meine dein wir uns unser ihr euch sein seine ihre man kann
    kannst können konnen muss müssen will wollen habe hast hat haben hatte wird werden wurde würde geht machen
    macht gemacht gibt mal doch ja nein bitte danke hallo gut alles etwas nichts immer wieder einfach eigentlich
    vielleicht leider glaube leute viel viele les une est sont pas que qui dans pour sur avec sans mais plus très
    tres tout tous cette ces son ses leur nous vous ils elle elles être etre avoir fait faire peut comme aussi bien
    alors donc quand parce merci bonjour salut oui non mon moi toi lui ici c'est j'ai qu'il n'est d'un d'une suis
    était etait sera ont avait deux encore même meme rien quelqu'un los las una unos unas del por para con sin pero
    más mas muy todo todos esta este esto eso esa ese está están estoy hay tiene tengo hacer como cuando donde
    porque quien también tambien solo ya ahora aquí aqui gracias hola sí fue ser soy eres nos mis tus sus algo nada
    alguien puede puedo bueno desde hasta sobre entre hoy não nao uma umas dos com sem muito tudo isso isto esse
    essa são sao tem tenho fazer quando onde quem também tambem obrigado obrigada olá ola sim pelo pela você voce
    vocês voces eles elas meu minha seu sua che per gli della dello delle nel nella sono sei siamo come dove perché
    perche anche molto tutto tutti questo questa quello quella grazie ciao cosa fare può puo più piu già gia ora
    het een van voor met niet maar ook nog wel dat deze dit zijn heb hebt heeft kan moet wat waar hoe als dan naar
    bij uit over onder geen meer heel veel goed dank jullie ons mijn это что как так все они она оно его ему или
    при для под над без был была было были есть нет тут там где кто когда если чтобы потому тоже уже ещё еще только
    может можно надо нужно очень просто вот мне меня тебе тебя нас вас них этот эта эти тот того этого чем чего
    сейчас потом тогда здесь сегодня завтра спасибо привет пожалуйста хорошо ладно конечно вообще bir için icin ama
    gibi daha çok cok var yok bu şu ben sen biz siz onlar değil degil olarak olan oldu olur mi mı ne nasıl nasil
    neden kim evet hayır hayir teşekkürler tesekkurler merhaba yang ini itu untuk dengan dari pada tidak nggak gak
    ada saya aku kamu kami kita mereka bisa akan sudah udah belum juga lagi kalau kalo atau karena apa siapa
    bagaimana gimana kapan mana terima kasih halo iya aja banget hai hain nahi nhi nai bhi tha thi the kya toh mai
    main kar karo karna kiya raha rha rahe rhe rahi kuch hoga sab koi yaar liye hua hui gaya gayi wala wale wali
    pehle abhi baad aur par kaise kyu kyun kyon kab kahan kaha yeh woh wo ye itna aisa aise mera meri mere tera
    teri tere uska uski iska iske unka hum humko mujhe tujhe usko isko apna apne apni sirf bas bahut bohot bhot
    accha acha achha thik theek haan han nahin matlab arre arey karke karne karte karta karti hota hoti hote hona
    gya gye diya dena dedo lena liya sakta sakte sakti chahiye jaise agar phir fir kal aaj din ghar log logo bata
    batao bolo bola dekh dekho pata chalo chal bhaiya didi sahi galat kaam jab tab waha yaha udhar idhar kisi kis
    kaun konsa jisko usse isse mat naa kyunki lekin magar wahi yahi bhai kam zyada jyada sabko sabhi hoon thoda
    thodi waise isliye hone honge mila milega krna krne krke krta kro hogya hogaya
"""
