import { writeSlides } from './write.ts';

// The block runs only when somebody asks for slides, and leaves this one name behind.
Object.assign(globalThis, { lodestoneSlides: writeSlides });
