//! Attendance: the register of each session, taken at the door. A mark says of a person that it
//! came or did not; whoever came has a contact from that moment.
