namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>The proof of an opt-out, as a filter gives it.</summary>
/// <param name="Document">A JSON document, of which the signature is.</param>
/// <param name="Algorithm">How it is signed.</param>
/// <param name="Signature">The signature in hex digits.</param>
internal sealed record OptOutProof(string Document, string Algorithm, string Signature);
