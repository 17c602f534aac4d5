import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { z } from 'zod';
import { Door } from '../access/door.js';
import { Directory } from '../state/directory.js';
import { avatar } from './avatar.js';

const named = z.object({ personId: z.string() });

/** Staff photos: public in the hall (requirements 3, 4). */
@Controller('api')
export class PhotosController {
  constructor(private readonly directory: Directory) {}

  @Get('photos/:personId.svg')
  @Door('hall.see')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=3600')
  photo(@Param({ schema: named }) { personId }: z.infer<typeof named>): string {
    const person = this.directory.person(personId);
    if (!person) throw new NotFoundException('nobody of this name');
    return avatar(person.photoSeed);
  }
}
