namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>Opens the dead letters of a data folder, also while a filter works on it.</summary>
/// <param name="folder">The folder; it exists.</param>
/// <param name="cancellation">Gives up.</param>
/// <returns>Null if the folder holds no data of a filter; then nothing was made in it.</returns>
/// <exception cref="Pipeline.Ports.StoreUnavailableException">The data cannot be read.</exception>
internal delegate ValueTask<DeadLettersSession?> OpenDeadLetters(string folder, CancellationToken cancellation);
