import type { Pack } from '../schema.ts';

export const areas: Pack['areas'] = [
  {
    key: 'api',
    title: 'API & service delivery',
    means:
      'Something that a consumer can call or rely on was delivered or changed: an endpoint, a schema, a command, a setting, a feature of a service.',
    question: 'Which consumers can do something now that they could not do before?',
    levels: {
      exceeds:
        'Consumers build on what was delivered without asking, because its contract foresees what they need next.',
      meets:
        'What was promised to consumers arrives, works as described, and changes without surprising them.',
      developing:
        'Parts of a service are delivered with guidance; contract and edge cases still take shape in review.',
    },
  },
  {
    key: 'design',
    title: 'System design & architecture',
    means:
      'Structure across components was created or changed: boundaries, data models, storage, a shared building block, a move from one pattern to another.',
    question: 'Which decision about structure did you make or influence, and where was it discussed?',
    levels: {
      exceeds:
        'Decisions about structure are written down, weighed against other ways, and carry the work of several teams.',
      meets: 'Changes fit the structure that is there, and improve it where it no longer carries the work.',
      developing:
        'Changes follow the given structure; weighing one structure against another is still learnt with others.',
    },
  },
  {
    key: 'reliability',
    title: 'Performance & reliability',
    means:
      'The system became faster, cheaper or harder to break, or it became easier to see that it is about to.',
    question: 'What would have broken, or stayed slow, without your work?',
    levels: {
      exceeds:
        'Trouble is found and taken away before users meet it, and measurements show what became better for whom.',
      meets:
        'Services stay within their limits, failures are handled where they arise, and causes are found, not only symptoms.',
      developing:
        'Problems are solved once they are pointed out; measuring first and looking for the cause are being learnt.',
    },
  },
  {
    key: 'quality',
    title: 'Code quality & review culture',
    means: 'Code became easier to trust and to change: tests, clean-ups, checks, tools, reviews that taught.',
    question: 'Whose work became better through your reviews or clean-ups, and what shows it?',
    levels: {
      exceeds:
        'Reviews, tests and tools make the work of others better, and mistakes of one kind stop coming back.',
      meets: 'Changes arrive tested and easy to read, and reviews find what matters and say why.',
      developing: "Changes become ready through review; tests and reviews of others' work grow in depth.",
    },
  },
  {
    key: 'collaboration',
    title: 'Cross-team collaboration',
    means:
      'People outside the own work were helped: guides, notices, ownership, knowledge shared, coordination with other teams.',
    question: 'Which other team works differently because of something you did together?',
    levels: {
      exceeds:
        'Several teams work better together because of something that was started, agreed and seen through with them.',
      meets: 'Other teams are told in time, get what they need to go on, and find help when they ask.',
      developing:
        'Work with other teams succeeds with some guidance; telling them early is becoming a habit.',
    },
  },
];
