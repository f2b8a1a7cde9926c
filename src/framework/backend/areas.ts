import type { Pack } from '../schema.ts';

export const areas: Pack['areas'] = [
  {
    key: 'api',
    title: 'API & service delivery',
    means:
      'Something that a consumer can call or rely on was delivered or changed: an endpoint, a schema, a command, a setting, a feature of a service.',
    question: 'Which consumers can do something now that they could not do six months ago?',
  },
  {
    key: 'design',
    title: 'System design & architecture',
    means:
      'Structure across components was created or changed: boundaries, data models, storage, a shared building block, a move from one pattern to another.',
    question: 'Which decision about structure did you make or influence, and where was it discussed?',
  },
  {
    key: 'reliability',
    title: 'Performance & reliability',
    means:
      'The system became faster, cheaper or harder to break, or it became easier to see that it is about to.',
    question: 'What would have broken, or stayed slow, without your work?',
  },
  {
    key: 'quality',
    title: 'Code quality & review culture',
    means: 'Code became easier to trust and to change: tests, clean-ups, checks, tools, reviews that taught.',
    question: 'Whose work became better through your reviews or clean-ups, and what shows it?',
  },
  {
    key: 'collaboration',
    title: 'Cross-team collaboration',
    means:
      'People outside the own work were helped: guides, notices, ownership, knowledge shared, coordination with other teams.',
    question: 'Which other team works differently because of something you did together?',
  },
];
