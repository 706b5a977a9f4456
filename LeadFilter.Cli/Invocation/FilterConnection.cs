namespace LeadFilter.Cli.Invocation;

/// <summary>Makes HTTP clients for a filter.</summary>
internal static class FilterConnection
{
    /// <summary>How long one attempt may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The most bytes of an answer that are read.</summary>
    private const int MaxAnswerSize = 16 * 1024 * 1024;

    /// <summary>
    /// Makes a client that keeps its connections, follows no redirection (it would hand the key on) and stores no cookie.
    /// </summary>
    /// <param name="url">The filter's address; a loopback address is not asked of a proxy.</param>
    public static HttpClient To(Uri url) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !url.IsLoopback })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MaxAnswerSize,
        };
}
