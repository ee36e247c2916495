# Mails to families.
