if (ok) { a(); } /"/.test(a); var x = "";
function f() {} /'/.test(a); x = '';
