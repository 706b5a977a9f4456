namespace LeadFilter.Http.Leads;

/// <summary>The format of a request's body.</summary>
internal enum BodyFormat
{
    /// <summary><c>application/json</c>, or a type that ends in <c>+json</c>.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>application/xml</c> or <c>text/xml</c>, without a charset: the document says its own encoding.</summary>
    Xml,

    /// <summary>The same with <c>charset=utf-8</c>, which outweighs what the document says (RFC 7303, section 3).</summary>
    Utf8Xml,
}
