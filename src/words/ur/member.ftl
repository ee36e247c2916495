# Being a member: the pages behind links in messages, and what is printed.
member-thanks = شکریہ
member-contact = کیا یہ آپ کا ای میل کا پتہ ہے؟
member-contact-say = پھر ہمیں معلوم ہو گا کہ ہمارے پیغام آپ تک پہنچتے ہیں۔
member-contact-yes = ہاں، یہ میرا ہے
member-contact-done = اب ہمیں معلوم ہے کہ ہمارے پیغام آپ تک پہنچتے ہیں۔
member-address-say = پھر ہم اب سے آپ کو یہاں پیغام بھیجیں گے۔
member-address-done = ہم آپ کو اس پتے پر پیغام بھیجیں گے۔
member-same = کیا آپ کا گھر یا فون نمبر بدل گیا ہے؟
member-same-say = اگر نہیں تو بس بٹن دبا دیں۔ سب کچھ ویسا ہی رہے گا۔
member-same-no = نہیں، کچھ نہیں بدلا
member-same-yes = ہاں، نئی معلومات دیں
member-same-done = سب کچھ ویسا ہی رہے گا۔
member-stop = ممبرشپ ختم کریں؟
member-stop-say = آپ کو بُک کرنے اور آنے کی اجازت پھر بھی ہو گی۔ ہم مزید سالگرہ کارڈ نہیں بھیجیں گے۔
member-stop-yes = ممبرشپ ختم کریں
member-stop-done = آپ اب ممبر نہیں ہیں
member-stop-done-say = آپ کو بُک کرنے اور آنے کی اجازت اب بھی ہے۔ آپ کے آنے سے ہمیں خوشی ہو گی۔
member-cards = سالگرہ کارڈ بند کریں؟
member-cards-say = آپ کی ممبرشپ جاری رہے گی۔ صرف کارڈ بند ہوں گے۔
member-cards-yes = کارڈ بند کریں
member-cards-done = سالگرہ کارڈ بند ہو گئے ہیں
member-cards-done-say = آپ کی ممبرشپ جاری ہے۔ آپ کے آنے سے ہمیں ہمیشہ خوشی ہو گی۔

# The card.
member-card = ممبرشپ کارڈ
member-card-number = ممبرشپ نمبر
member-card-and = اور { $name }
member-card-phone = فون: { $phone }
member-card-show = آتے وقت یہ کارڈ دکھائیں۔ اس سے کوئی آپ کی معلومات نہیں پڑھ سکتا۔
member-card-offer = ہم آپ کے لیے کیا کرتے ہیں
member-card-offer-all = چھوٹے بچوں والے خاندانوں کے لیے کھیل، مشورہ اور نئے دوست۔
member-card-notice = آپ کی معلومات
member-card-version = نوٹس { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = شکریہ
member-birthday-number = ممبرشپ { $number }
member-birthday-to = { $name } اور خاندان
member-birthday-book-phone = بُک کرنے کے لیے { $address } دیکھیں، یا { $centre } کو { $phone } پر فون کریں۔
member-birthday-book-centre = بُک کرنے کے لیے { $address } دیکھیں، یا { $centre } سے پوچھیں۔
member-birthday-book-us = بُک کرنے کے لیے { $address } دیکھیں، یا ہم سے پوچھیں۔
member-birthday-moved = گھر بدل گیا ہے؟ نیا نمبر ہے؟ براہِ مہربانی ہمیں بتائیں۔ یہ کارڈ بند کروانے ہوں تو بھی ہمیں بتائیں۔
member-birthday-ask-phone = کوئی سوال ہے؟ براہِ مہربانی { $centre } کو { $phone } پر فون کریں۔
member-birthday-ask-centre = کوئی سوال ہے؟ براہِ مہربانی { $centre } سے پوچھیں۔
member-birthday-ask-us = کوئی سوال ہے؟ براہِ مہربانی ہم سے پوچھیں۔

# A letter on paper.
member-letter-scan = اسے سکین کریں، یا اپنے سینٹر سے پوچھیں۔
