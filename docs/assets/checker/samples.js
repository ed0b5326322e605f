// Drafts to try the checker with: our own words, with the kind of slip that people really make.
// `facts` are filled in with the draft; dates are made relative to today, so that a sample never grows old.

import { clock } from "./situation.js";

const day = (from) => clock(new Date(Date.now() + from * 86400000)).date;

export const SAMPLES = [
  {
    label: "A hurried thank-you",
    draft: `Subject: Follow up

Hi [Name],

I hope this email finds you well. Thanks so much for meeting me yesterday, and for showing me the packing hall!!! I keep thinking about the returns that pile up on Mondays, and I'd love to help with that.

Please let me know ASAP if you need anything else from me 🙂

Best wishes
Sam Reyes`,
    facts: () => ({
      stage: "thank-you",
      me: "Sam Reyes",
      company: "Northwind Foods",
      position: "Shift Planner",
      "interview.interviewers": [{ name: "Dana Ortiz" }, { name: "Tom Baker" }],
      "interview.at": { date: day(-1), time: "14:00" },
    }),
  },
  {
    label: "An impatient check-in",
    draft: `Subject: Lab Technician interview

Dear Dr Osei,

I still have not heard back from you, although you promised an answer. I really need this job and I have turned down other interviews because of it.

I expect to hear from you by Friday. Has a decision been made?

Kind regards
Priya Lindqvist`,
    facts: () => ({
      stage: "check-in",
      me: "Priya Lindqvist",
      company: "Harbour Diagnostics",
      position: "Lab Technician",
      "interview.interviewers": [{ name: "Dr Osei" }],
      "interview.at": { date: day(-4), time: "" },
      "interview.decision_by": day(3),
      sent: { entries: [{ stage: "thank-you", date: day(-3), answered: false }], none: false },
    }),
  },
  {
    label: "A vague withdrawal",
    draft: `Hello,

Thank you for the conversation about the Assistant Editor post and for sending me the style guide. Things have changed a bit on my side, so I'm not sure that this is gonna work out.

Sorry about that, and all the best with the spring list.

Jo`,
    facts: () => ({
      stage: "withdraw",
      me: "Jo Abernathy",
      company: "Fenland Press",
      position: "Assistant Editor",
      "interview.interviewers": [{ name: "Marta Quill" }],
      "interview.at": { date: day(-2), time: "10:30" },
    }),
  },
];
