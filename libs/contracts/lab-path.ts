/** Where the demonstration's server lets a lab page in. By itself, so that a page need not carry the schemas. */
export const LAB_PATH = '/lab/socket.io';
