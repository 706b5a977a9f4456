namespace LeadFilter.Http.Leads;

/// <summary>The format of a request's body.</summary>
internal enum BodyFormat
{
    /// <summary>Whichever the body begins like: there is no Content-Type, or one that says no more than that it is text.</summary>
    Any,

    /// <summary><c>application/json</c>, or a type that ends in <c>+json</c>.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>application/xml</c> or <c>text/xml</c>.</summary>
    Xml,

    /// <summary><c>multipart/form-data</c>.</summary>
    Multipart,
}
