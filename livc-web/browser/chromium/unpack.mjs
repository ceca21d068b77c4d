// Unpacks Chromium, its fonts and its libraries under TMPDIR, and prints the path of the program.
// The package brings the libraries along only where it believes to run on Amazon's image; a machine that never had a
// browser lacks the same ones.
process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
const { default: chromium } = await import("@sparticuz/chromium");
console.log(await chromium.executablePath());
