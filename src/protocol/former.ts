/**
 * Run files of 0.1.0 and 0.2.0 name their scenario by a hash of its whole file. That of the files that came with those
 * versions is known here, with the hash of what is played of the file as it is now where it is played alike, so that such
 * a run can be told from one of a scenario that is played otherwise, whatever has been corrected in its texts since.
 * `"exactly": "carries"` beside a share of one half says since 0.3.0 what was so before. Runs since 0.3.0 name what is played;
 * those of files in which only the aftermath has changed since are here too: no move depends on it, and the futures told
 * after the result are those of the file at hand.
 */
export const FORMER: ReadonlyMap<string, string> = new Map([
  // paris-2026 of 0.1.0, then of 0.2.0
  [
    "f8f6ef6df6238cca591f88ad28449a006ff1bc943dee8753ef4458e4c5e5bc9d",
    "b4bdac3e76e8ffce1e859994239fe588873083829432240546924e1a33c6ea7f",
  ],
  [
    "7723d9cbed7128ff75972fd93863c33532eb12d171587176e11b0d20f99b3024",
    "93228546ad2c43a6f3b6863db0315ac60e65464a63b67e40c34518087ece33a6",
  ],
  // first-minute of both
  [
    "35da98f9b74f2c3312aa632a6ca7e6e9c495847568d42e14a4ac832003981cbb",
    "72295c8f53423785b2780a74a8fb0dee5846b055c2f67e3ac17ac36d5389c510",
  ],
  // direct-talks of both
  [
    "f54646d12b6f1f76342dfff7aba1c7a57f18efa24513db4705fc3d73c5f740a9",
    "fa768cbac603397430cbd0f998720406743f4eaf9199e8d5ae8579aece669daa",
  ],
  // three-chairs of both, then of 0.5.0
  [
    "60206e801da3ef0be8040c9251a9d0ee043df74a5b1b76c97d85e9b34e420bcd",
    "3a297badadb3694c65e5426d1b47474f07199381234adb24646b9f97e34db281",
  ],
  [
    "c93c46dd759490067b182c4e6c590dbb6203da036207a6e1397e7959f5652574",
    "3a297badadb3694c65e5426d1b47474f07199381234adb24646b9f97e34db281",
  ],
  // sarnmar of both, then of 0.5.0
  [
    "0172cb1bfd4bb804dba67c82fa42159cf9a87caa7f77c62fd81a16a3bd76a47b",
    "4cceb0e834e58e865c858055e90c7617121acfd31c26f01a729f9cf0c0fa78fc",
  ],
  [
    "d53d43334c1d0e809e510b5d95f7055bee02466a4b183278d0e3da2edbcdd7e9",
    "4cceb0e834e58e865c858055e90c7617121acfd31c26f01a729f9cf0c0fa78fc",
  ],
  // budapest-1994 of 0.1.0, then of 0.2.0: other agents, played alike
  [
    "fef2d86b7dfb065fc7def6dc2e8cf7fbc71ca2e66cb91a2cfdf1a4c7c1afa2b4",
    "f9efcabac65ab17e2599af28bd0d94d6b7884d18d8ae21f40a846d7133f90ea2",
  ],
  [
    "d8d817f11d173ef9f565acd404fecf52f39cf718f0077093a8fbb5a231a63cc5",
    "f9efcabac65ab17e2599af28bd0d94d6b7884d18d8ae21f40a846d7133f90ea2",
  ],
  // istanbul-2022 of 0.1.0, then of 0.2.0: other agents, played alike
  [
    "2f371bac2aae8168294d7c21bcf30344e041fdca6e4f041096a3d0a24a4b42c5",
    "73eb351d779ed247f8152fd6bbde2c004e82dbe3a1efe54dea7a406df3c9e5b3",
  ],
  [
    "ae1a84d5a76615e92385679c8306ef9fd7fce671b0550548290f742dcf75cefc",
    "73eb351d779ed247f8152fd6bbde2c004e82dbe3a1efe54dea7a406df3c9e5b3",
  ],
]);
