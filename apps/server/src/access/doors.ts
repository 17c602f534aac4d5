import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DOOR, type DoorPermission } from './door.js';

/** One way in: a REST route, or a message of a socket's namespace. */
export interface DoorListed {
  kind: 'rest' | 'socket';
  /** `GET /api/health`, or `/agent input`. */
  name: string;
  permission: DoorPermission;
}

const MESSAGE = 'message';

/** Every door of the server, with the permission it names. */
@Injectable()
export class Doors {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Throws, naming them, when any door names no permission: the server then does not start. */
  list(): DoorListed[] {
    const doors: DoorListed[] = [];
    const open: string[] = [];
    for (const { instance } of [...this.discovery.getControllers(), ...this.discovery.getProviders()]) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler: unknown = Reflect.get(instance, method);
        const door = typeof handler === 'function' ? doorOf(instance.constructor, handler) : null;
        if (!door) continue;
        if (door.permission) doors.push({ ...door, permission: door.permission });
        else open.push(door.name);
      }
    }
    if (open.length > 0) throw new Error(`doors without a permission: ${open.join(', ')}`);
    return doors;
  }
}

interface Found {
  kind: 'rest' | 'socket';
  name: string;
  permission: DoorPermission | undefined;
}

function doorOf(owner: object, handler: object): Found | null {
  const permission: DoorPermission | undefined = Reflect.getMetadata(DOOR, handler);
  const path: string | undefined = Reflect.getMetadata(PATH_METADATA, handler);
  if (path !== undefined) {
    const method: RequestMethod = Reflect.getMetadata(METHOD_METADATA, handler);
    return {
      kind: 'rest',
      name: `${RequestMethod[method]} /${Reflect.getMetadata(PATH_METADATA, owner)}/${path}`,
      permission,
    };
  }
  const message: string | undefined = Reflect.getMetadata(MESSAGE, handler);
  if (message === undefined) return null;
  const options: { namespace?: string } = Reflect.getMetadata('websockets:gateway_options', owner) ?? {};
  return { kind: 'socket', name: `${options.namespace ?? '/'} ${message}`, permission };
}
