// What every page gains when scripts run; each part is its own module, and each page works without all of them.
import { reportReading } from "./beacon.js";
import { offerPlayers } from "./players.js";
import { hideRead } from "./reading.js";
import { offerSharing } from "./sharing.js";

offerPlayers(document);
offerSharing(document);
hideRead(document);
reportReading(document);
