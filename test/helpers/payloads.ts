/** Texts that would do harm where a text is taken for markup or an address. */
const tags = [
  '<script>alert(1)</script>',
  '</text><script>alert(1)</script>',
  '</title><script href="data:,alert(1)"/>',
  '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>',
  '<image href="https://example.com/a.png"/>',
  '<use href="https://example.com/a.svg#x"/>',
  '<a href="javascript:alert(1)">x</a>',
  '<animate onbegin="alert(1)" attributeName="x"/>',
  '<set attributeName="href" to="javascript:alert(1)"/>',
  '<style>@import url(https://example.com/a.css)</style>',
  '<svg onload="alert(1)">',
  '<?xml-stylesheet href="https://example.com/a.css"?>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  '<![CDATA[<script>alert(1)</script>]]>',
  '--><script>alert(1)</script><!--',
  ']]><script>alert(1)</script>',
  '<handler type="application/ecmascript">alert(1)</handler>',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
  '<object data="data:text/html,x"/>',
  '<embed src="//example.com/x"/>',
]
const wraps: readonly ((text: string) => string)[] = [
  text => text,
  text => `"${text}`,
  text => `'${text}`,
  text => `">${text}`,
  text => `'/>${text}`,
  text => `" onload="alert(1)" x="${text}`,
  text => `\u0000${text}\u0007\ufffe`,
  text => `&lt;${text}&#x3c;&amp;#60;`,
  text => `\ud83d${text}\udc00`,
  text => `" style="background:url(javascript:alert(1))" href="data:text/html,${text}`,
]

/** Two hundred of them. */
export const payloads: readonly string[] = tags.flatMap(tag => wraps.map(wrap => wrap(tag)))
