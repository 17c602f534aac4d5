import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions.js';

export const DOOR = 'tingxu:door';

/** What a door asks for; `by-command`: the permission of the command's own row. */
export type DoorPermission = Permission | 'by-command';

/** Names the permission of a route or a socket message. Without one the server does not start. */
export const Door = (permission: DoorPermission) => SetMetadata(DOOR, permission);
