# How a family’s information is used: version 1 of the notice. Other wording is another version.
member-notice-title = How we use your information
member-notice-body =
    We keep a few facts about your family. They are your names, your child's birthday, where you live, and how to reach you.

    We use them to tell you what is on. We use them to keep your place. They help us see that no family is left out.

    Helping families is a job the law gives us. It is called a public task. So you do not have to sign anything. You can still say no.

    We share only what is needed. We share it with people who help your family. They may be your health visitor, midwife, nursery, school or council. They must keep it safe. We share more only to keep a child safe, or when the law says so.

    Some things we only do if you say yes. Birthday messages by email or text are one. Photos are another. You can change your mind.

    We keep your facts only as long as we need them.

    You can ask to see what we keep. You can ask us to put it right. You can object: tell us you do not want to be a member. You can still come and book. Just ask at your centre.

    If you are not happy, tell us. You can also tell the Information Commissioner on 0303 123 1113.
member-notice-card = We keep a few facts about your family. We share only what is needed, with people who help you. You can see what we keep, put it right, or say no. Just ask at your centre.
