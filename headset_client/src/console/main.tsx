import { render } from 'preact';

const app = document.getElementById('app');
if (app) render(<h1>Prøverom – konsoll</h1>, app);
