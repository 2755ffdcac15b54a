@echo off
rem Runs Impasto from the folder that it was unpacked to. scripts\impasto.cmd of a checkout calls it
rem with another class path. Ends with Impasto's exit code, or 127 without a Java that can run it.
setlocal
for %%d in ("%~dp0..") do set "home=%%~fd"
if not defined IMPASTO_CLASS_PATH set "IMPASTO_CLASS_PATH=%home%\lib\*"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "remedy=install a Java 17 or newer, or set JAVA_HOME to its folder"

rem The line wanted is like: openjdk version "17.0.15" 2025-04-15
set "version="
for /f "tokens=2,3" %%a in ('^""%java%" -version 2^>^&1^"') do (
  if "%%a"=="version" if not defined version set "version=%%~b"
)
if not defined version (
  echo impasto: cannot run "%java%"; %remedy% 1>&2
  exit /b 127
)
set "release="
for /f "tokens=1,2 delims=.-+" %%a in ("%version%") do (
  if "%%a"=="1" (set "release=%%b") else set "release=%%a"
)
if %release% LSS 17 (
  echo impasto: "%java%" is Java %release%, too old; %remedy% 1>&2
  exit /b 127
)

rem OpenMP's threads must sleep while they wait, not spin.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"

"%java%" "@%home%\lib\java.options" %IMPASTO_JAVA_OPTS% -cp "%IMPASTO_CLASS_PATH%" impasto.cli.Main %*
exit /b %errorlevel%
