/** A name that has gone out of use. */
export interface OutdatedName {
  /** What stands for it in texts; upper and lower case count. */
  readonly pattern: RegExp;
  /** Every match has one of these in it, apart by `|`. */
  readonly sign: string;
  readonly name: string;
  /** Since when, as far as it is known: a year, a month or a day. */
  readonly since: string;
  readonly instead: string;
}

const name = (
  sign: string,
  pattern: RegExp,
  title: string,
  since: string,
  instead: string,
): OutdatedName => ({
  sign,
  pattern,
  name: title,
  since,
  instead,
});

/** Bodies, laws, subjects and products of schools and IT in Britain. */
export const OUTDATED_NAMES: readonly OutdatedName[] = [
  name('BECTA|Becta', /\bBECTA\b|\bBecta\b/g, 'Becta', '2011-03', 'the Department for Education'),
  name('DfES', /\bDfES\b/g, 'DfES', '2007-06', 'the Department for Education (DfE)'),
  name('DCSF', /\bDCSF\b/g, 'DCSF', '2010-05', 'the Department for Education (DfE)'),
  name(
    'QCDA|QCA',
    /\bQCDA\b|\bQCA\b/g,
    'QCA and QCDA',
    '2012-03',
    'Ofqual or the Standards and Testing Agency',
  ),
  name('NCTL', /\bNCTL\b/g, 'NCTL', '2018-04', 'the Department for Education (DfE)'),
  name('ESFA', /\bESFA\b/g, 'ESFA', '2025-03', 'the Department for Education (DfE)'),
  name('ECDL', /\bECDL\b/g, 'ECDL', '2019', 'ICDL'),
  name(
    'Protection',
    /\bData Protection Act(?: of)? 1998\b/g,
    'Data Protection Act 1998',
    '2018-05',
    'the UK GDPR and the Data Protection Act 2018',
  ),
  name(
    'Disability',
    /\bDisability Discrimination Act\b/g,
    'Disability Discrimination Act',
    '2010-10',
    'the Equality Act 2010',
  ),
  name('Relations', /\bRace Relations Act\b/g, 'Race Relations Act', '2010-10', 'the Equality Act 2010'),
  name(
    'ICT',
    /\b(?:NC|[Nn]ational [Cc]urriculum(?: for| in)?) ICT\b|\bICT (?:NC\b|[Nn]ational [Cc]urriculum\b)/g,
    'ICT as a subject of the National Curriculum',
    '2014-09',
    'Computing',
  ),
  name(
    'Matters',
    /\bEvery Child Matters\b/g,
    'Every Child Matters',
    '2010',
    'Keeping Children Safe in Education',
  ),
  name(
    'Azure',
    /\bAzure (?:AD|Active Directory)\b/g,
    'Azure Active Directory',
    '2023-07',
    'Microsoft Entra ID',
  ),
  name('Office', /\bOffice 365\b/g, 'Office 365', '2020-04', 'Microsoft 365'),
  name('Suite|Google', /\bG ?Suite\b|\bGoogle Apps\b/g, 'G Suite', '2020-10', 'Google Workspace'),
  name(
    'Internet',
    /\bInternet Explorer\b/g,
    'Internet Explorer',
    '2022-06',
    'Microsoft Edge or another browser',
  ),
  name('Flash', /\b(?:Adobe|Macromedia|Shockwave) Flash\b|\bFlash Player\b/g, 'Flash', '2020-12', 'HTML5'),
  name('Silverlight', /\bSilverlight\b/g, 'Silverlight', '2021-10', 'HTML5'),
  name('Skype|Lync', /\bSkype\b|\bLync\b/g, 'Skype', '2025-05', 'Microsoft Teams'),
  name(
    'Windows',
    /\bWindows (?:95|98|2000|XP|Vista|7|8(?:\.1)?)(?!\d)/g,
    'this version of Windows',
    '2023-01',
    'a version that is still supported',
  ),
  name(
    'Windows',
    /\bWindows Server (?:2003|2008|2012)\b/g,
    'this version of Windows Server',
    '2023-10',
    'a version that is still supported',
  ),
  name('Twitter', /\bTwitter\b/g, 'Twitter', '2023-07', 'X'),
];

/** What is part of no outdated name has none of these. */
export const SIGN_OF_OUTDATED = new RegExp(OUTDATED_NAMES.map(({ sign }) => sign).join('|'));
