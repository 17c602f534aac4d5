import 'reflect-metadata';
import { WHOLE_DAY } from './day-config.js';
import { Day } from './day.js';
import { figuresOf, picture, quartersOf } from './figures.js';
import { onTheBench } from './judge.js';
import { judgeDay } from './judge-day.js';

/** A whole day of a 30-counter hall through its doors, then judged. Ends non-zero when anything is violated. */
const json = process.argv.includes('--json');
const day = await Day.prepare(WHOLE_DAY);
await day.play();
if (!json) console.log(`${Math.round(day.playedS / 60)} minutes of the hall in ${day.tookS.toFixed(1)} s`);
const { pool } = day.hall.server.database;
const { violations, figures, quarters } = await onTheBench(pool, 'hall', async (bench) => ({
  violations: await judgeDay(day, bench),
  figures: await figuresOf(bench),
  quarters: await quartersOf(bench),
}));
const { served, missed, p80_wait_min } = figures;
const speed = Math.round(day.playedS / day.tookS);
const short = {
  visitors: WHOLE_DAY.visitors,
  speed,
  violations: violations.length,
  served,
  missed,
  p80_wait_min,
};

if (json) console.log(JSON.stringify(short));
else {
  const { asking, darkPads, staffed } = day;
  const refused = Object.fromEntries(asking.refused);
  const told = {
    commands: asking.commands,
    boardPictures: staffed.boards.pictures,
    darkPads: darkPads.length,
  };
  console.log(JSON.stringify({ ...short, ...figures, ...told, refused }, null, 2));
  console.log(`\nWaiting by quarter of an hour\n${picture(quarters)}`);
}
for (const { invariant, what } of violations) console.error(`violated: ${invariant}: ${what}`);
await day.hall.close();
process.exit(violations.length === 0 ? 0 : 1);
