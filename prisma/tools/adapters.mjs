import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const CHAR_OID = 18;
const TEXT_OID = 25;

/** The shadow database that migrations are tried on: in memory, so no server is needed. */
async function shadow() {
  const adapter = await new PrismaPGlite(new PGlite()).connect();
  adapter.executeScript = async (script) => void (await adapter.client.exec(script)); // 0.7.2 does not wait for it
  adapter.dispose = () => adapter.client.close();
  return adapter;
}

/** For what compares files only. */
export const offline = {
  provider: 'postgres',
  adapterName: 'offline',
  connect: shadow,
  connectToShadowDb: shadow,
};

export function server(url) {
  const factory = new PrismaPg({ connectionString: url });
  return {
    provider: 'postgres',
    adapterName: factory.adapterName,
    connect: async () => fitForMigrations(await factory.connect()),
    connectToShadowDb: shadow,
  };
}

/** adapter-pg 7.10 does not know the type "char", which introspection reads, and cuts scripts at every semicolon. */
function fitForMigrations(adapter) {
  const { performIO, queryRaw } = adapter;
  let chars = [];
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query);
    const fields = result.fields ?? [];
    chars = fields.flatMap((field, at) => (field.dataTypeID === CHAR_OID ? [at] : []));
    for (const at of chars) fields[at].dataTypeID = TEXT_OID;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query);
    for (const at of chars) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = (script) => adapter.client.query(script).then(() => undefined, adapter.onError);
  return adapter;
}
