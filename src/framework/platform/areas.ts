import type { Pack } from '../schema.ts';

export const areas: Pack['areas'] = [
  {
    key: 'steadiness',
    title: 'Service reliability',
    means:
      'Services keep their promises under load and failure: targets, limits, time-outs, graceful failure, capacity.',
    question: 'Which failure would users have noticed without your work, and what shows that they did not?',
    levels: {
      exceeds:
        'Whole kinds of failure are taken away, and targets agreed with others show that they stay away.',
      meets: 'Services keep their targets, and what threatens them is seen and mended in time.',
      developing:
        'Known weak points are mended with guidance; finding them before they show is being learnt.',
    },
  },
  {
    key: 'incidents',
    title: 'Incident response',
    means:
      'Incidents were found, ended and learnt from: runbooks, on-call, post-mortems and what was followed up.',
    question: 'What did an incident of the last months teach, and what is different since?',
    levels: {
      exceeds:
        'Incidents end sooner for everybody on call, and what they taught is in place before the next one.',
      meets: 'Incidents are ended calmly, written up without blame, and their follow-ups are closed.',
      developing: 'Incidents are worked on together with others; runbooks and write-ups are taking shape.',
    },
  },
  {
    key: 'delivery',
    title: 'Infrastructure & delivery',
    means:
      'What services run on, and how changes reach them, was built or changed: clusters, networks, pipelines, releases.',
    question: 'Which change reaches users faster, safer or cheaper because of your work?',
    levels: {
      exceeds:
        'Infrastructure changes shape without anybody noticing, and every team delivers more safely through it.',
      meets: 'Infrastructure is described in code, changed in steps that can be undone, and kept up to date.',
      developing: 'Changes to infrastructure succeed with guidance; planning the way back is being learnt.',
    },
  },
  {
    key: 'insight',
    title: 'Observability',
    means:
      'It became easier to see how systems behave: metrics, traces, logs, dashboards, and alerts that mean something.',
    question: 'What can be answered now within minutes that took a day of digging before?',
    levels: {
      exceeds:
        'Teams find causes by themselves, with measurements and alerts that were thought through for them.',
      meets: 'What matters can be seen, alerts call for an action, and noise is taken away.',
      developing:
        'Measurements are added where they are asked for; choosing what is worth measuring is being learnt.',
    },
  },
  {
    key: 'enablement',
    title: 'Enablement of other teams',
    means:
      'Other teams can do by themselves what they had to ask for: self-service, templates, guides, paved ways.',
    question: 'What does another team do by itself now, and since when?',
    levels: {
      exceeds:
        'Several teams work by themselves on ways that were paved with them, and choose to stay on them.',
      meets: 'Other teams get tools and guides that work for them, and are heard when they do not.',
      developing:
        'Requests of other teams are answered well; turning them into ways of their own is being learnt.',
    },
  },
];
