namespace LeadFilter.Http.Leads;

/// <summary>The encoding that a Content-Type says.</summary>
internal enum BodyCharset
{
    /// <summary>None: UTF-8, but an XML document may say another.</summary>
    Unsaid,

    /// <summary>UTF-8, or ASCII, which is a part of it. It outweighs what an XML document says (RFC 7303, section 3).</summary>
    Utf8,

    /// <summary>Windows-1252, also if it is called ISO-8859-1 or Latin-1, as the Encoding Standard of the WHATWG has it.</summary>
    Windows1252,
}
