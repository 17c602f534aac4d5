import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { z } from 'zod';
import { businessDay } from '#libs/calendar/business-day';
import type { PublicationList } from '#libs/contracts/publications';
import { csvOf } from '#libs/csv';
import { LICENCE_FIELDS, type LicenceField } from '#libs/publication/document';
import { PrismaClient } from '#prisma/client/client';
import { Door } from '../access/door.js';
import { Ledger } from '../ledger/ledger.js';
import { publicPublications } from './publication-rows.query.js';

const named = z.object({ hallId: z.string() });

/** As the authority that gathers them calls the eleven fields (requirements 105, 108). */
const HEADS: Readonly<Record<LicenceField, string>> = {
  documentNumber: '行政许可决定书文号',
  projectName: '项目名称',
  category: '审批类别',
  content: '许可内容',
  subjectName: '行政相对人名称',
  subjectCode: '行政相对人统一社会信用代码',
  validFrom: '许可生效期',
  validUntil: '许可截止期',
  authority: '许可机关',
  licenceState: '当前状态',
  areaCode: '行政区划编码',
};
const STATES = { normal: '正常', revoked: '撤销', disputed: '异议', other: '其他' } as const;

type Licence = Record<LicenceField, string> & { publishedOn: string };

/** What is public, for anybody; and the licence decisions as files, for the authority that gathers them. */
@Controller('api')
export class PublicationsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
  ) {}

  @Get('halls/:hallId/publications')
  @Door('hall.see')
  async list(@Param({ schema: named }) { hallId }: z.infer<typeof named>): Promise<PublicationList> {
    const hall = await this.#hall(hallId);
    return { ...hall, publications: await publicPublications(this.prisma, hallId) };
  }

  @Get('halls/:hallId/publications.json')
  @Door('hall.see')
  async json(
    @Param({ schema: named }) { hallId }: z.infer<typeof named>,
  ): Promise<{ hallName: string; licences: Licence[] }> {
    const { hallName, timeZone } = await this.#hall(hallId);
    return { hallName, licences: await this.#licences(hallId, timeZone) };
  }

  @Get('halls/:hallId/publications.csv')
  @Door('hall.see')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="publications.csv"')
  async csv(@Param({ schema: named }) { hallId }: z.infer<typeof named>): Promise<string> {
    const { timeZone } = await this.#hall(hallId);
    const licences = await this.#licences(hallId, timeZone);
    return csvOf([
      [...LICENCE_FIELDS.map((field) => HEADS[field]), '公示日期'],
      ...licences.map((licence) => [...LICENCE_FIELDS.map((field) => licence[field]), licence.publishedOn]),
    ]);
  }

  async #hall(hallId: string): Promise<Pick<PublicationList, 'hallName' | 'hallNameEn' | 'timeZone'>> {
    const halls = await this.ledger.halls();
    if (!halls.some(({ id }) => id === hallId)) throw new NotFoundException('no such hall');
    return this.ledger.hall(hallId, ({ config: { name, nameEn, timeZone } }) => ({
      ...{ hallName: name, hallNameEn: nameEn, timeZone },
    }));
  }

  async #licences(hallId: string, timeZone: string): Promise<Licence[]> {
    const all = await publicPublications(this.prisma, hallId);
    return all.flatMap(({ document, publishedAt }) => {
      if (document.kind !== 'licence-decision') return [];
      const { kind: _kind, codeKind: _code, decidedOn: _decided, ...fields } = document;
      const publishedOn = businessDay(new Date(publishedAt), timeZone);
      return [{ ...fields, licenceState: STATES[document.licenceState], publishedOn }];
    });
  }
}
