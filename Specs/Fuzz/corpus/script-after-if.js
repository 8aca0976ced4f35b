if (ok) /"/.test(a); var x = "";
