// The page begins here: who is signed in, in which words, and then the shell.
import "./shell.js";
