DROP TABLE you_said;
DROP TABLE feedback_asked;
DROP TABLE feedback_texts;
DROP TABLE feedback;
